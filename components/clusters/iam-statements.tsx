"use client";

import { useId } from "react";
import { Section } from "@/components/shared/section";
import { CopyButton } from "@/components/ui/copy-button";
import { FilterBox } from "@/components/ui/filter-box";
import { Literal } from "@/components/ui/literal";
import type { GlyphShape, Tone } from "@/components/ui/status-glyph";
import { StatusWord } from "@/components/ui/status-word";
import type { ClusterReadiness } from "@/lib/contract/readiness";
import { isWritableGroup, unwritableGroup } from "@/lib/oke/readiness/iam-place";

type Statement = ClusterReadiness["statements"][number];
type Choice = { readonly group?: string | null; readonly namespace?: string[] | null };

const looks: Record<Statement["state"], { readonly shape: GlyphShape; readonly tone: Tone; readonly word: string }> = {
  present: { shape: "tick", tone: "allowed", word: "Present" },
  absent: { shape: "octagon", tone: "blocked", word: "Absent" },
  unknown: { shape: "diamond", tone: "unknown", word: "Unknown" },
};

const whose: Record<Statement["code"], string> = {
  "user-use": "Your group",
  "user-inspect": "Your group, to see the namespaces",
  "cluster-use": "The cluster",
  "node-pool-manage": "The node pools",
};

type IamStatementsProps = {
  readonly readiness: ClusterReadiness;
  readonly group: string;
  readonly namespaces: readonly string[];
  readonly onChange: (choice: Choice) => void;
};

/** The statements that people and machines need, with real names, and whether they are there. Never written from here. */
export function IamStatements({ readiness, group, namespaces, onChange }: IamStatementsProps) {
  return (
    <Section
      title="IAM statements"
      aside={
        <CopyButton text={readiness.statements.map(({ statement }) => statement).join("\n")} what="all statements">
          Copy all
        </CopyButton>
      }
    >
      <p className="text-muted mb-3 max-w-[88ch]">
        For a policy in the root compartment. Namespaces that you choose restrict your group alone: the cluster and its
        node pools get what Oracle&apos;s examples give them, in the compartment of the namespaces in use. This console
        reads IAM policies where you may list them and never writes them; what it cannot judge is unknown.
      </p>
      <div className="mb-3 flex flex-wrap items-center gap-x-4 gap-y-2">
        <GroupChoice readiness={readiness} group={group} onChange={onChange} />
        <NamespaceChoice options={readiness.namespaces} chosen={namespaces} onChange={onChange} />
      </div>
      <ul aria-label="IAM statements" className="rounded-box border-line bg-surface divide-line divide-y border">
        {readiness.statements.map((each) => (
          <StatementRow key={each.statement} statement={each} />
        ))}
      </ul>
    </Section>
  );
}

type GroupChoiceProps = Pick<IamStatementsProps, "readiness" | "group" | "onChange">;

/** Without a choice the statements are for the groups that the person is in, where Identity tells them. */
function GroupChoice({ readiness: { groups, memberOf }, group, onChange }: GroupChoiceProps) {
  const isMember = memberOf !== null && memberOf.length > 0;
  const shown = (isMember ? memberOf : groups).slice(0, 6);
  return (
    <div className="flex flex-wrap items-center gap-2">
      <FilterBox
        label="Your group"
        placeholder="Your group, or Domain/group"
        value={group}
        onValueChange={(text) => onChange({ group: text || null })}
        className="w-60"
      />
      {group !== "" && !isWritableGroup(group) && (
        <span role="alert" className="text-note text-blocked max-w-[60ch]">
          {unwritableGroup}
        </span>
      )}
      {group === "" && shown.length > 0 && (
        <span className="text-muted flex flex-wrap items-center gap-x-2">
          {isMember ? "You are in:" : "Named in policies:"}
          {shown.map((name) => (
            <button
              key={name}
              type="button"
              onClick={() => onChange({ group: name })}
              className="text-accent rounded-[2px] hover:underline"
            >
              <Literal text={name} />
            </button>
          ))}
        </span>
      )}
    </div>
  );
}

type NamespaceChoiceProps = Pick<IamStatementsProps, "onChange"> & {
  readonly options: ClusterReadiness["namespaces"];
  readonly chosen: readonly string[];
};

/** Nothing chosen: the whole tenancy. Chosen ones make one statement each, and the second that those need. */
function NamespaceChoice({ options, chosen, onChange }: NamespaceChoiceProps) {
  const id = useId();
  const names = [...new Set([...chosen, ...options.map(({ name }) => name)])];
  const toggle = (name: string, isOn: boolean) => {
    const next = isOn ? [...chosen, name] : chosen.filter((each) => each !== name);
    onChange({ namespace: next.length === 0 ? null : next });
  };
  if (names.length === 0) return null;
  return (
    <fieldset className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <legend className="text-muted float-left mr-3">Only these namespaces:</legend>
      {names.map((name, index) => (
        <span key={name} className="inline-flex items-center gap-1.5">
          <input
            id={`${id}-${index}`}
            type="checkbox"
            checked={chosen.includes(name)}
            onChange={(event) => toggle(name, event.target.checked)}
            className="accent-accent size-4"
          />
          <label htmlFor={`${id}-${index}`} className="text-note font-mono">
            <Literal text={name} />
          </label>
        </span>
      ))}
    </fieldset>
  );
}

function StatementRow({ statement: { code, statement, state, evidence } }: { readonly statement: Statement }) {
  const { shape, tone, word } = looks[state];
  return (
    <li className="grid gap-x-4 gap-y-1 px-4 py-3 sm:grid-cols-[9rem_minmax(0,1fr)_auto]">
      <div>
        <StatusWord shape={shape} tone={tone}>
          {word}
        </StatusWord>
      </div>
      <div className="min-w-0">
        <p className="text-muted">{whose[code]}</p>
        <p className="text-note font-mono wrap-anywhere">
          <Literal text={statement} />
        </p>
        <p className="wrap-anywhere">
          <Literal text={evidence} />
        </p>
      </div>
      <div>
        <CopyButton text={statement} what="statement" />
      </div>
    </li>
  );
}
