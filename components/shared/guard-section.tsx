"use client";

import { useEffect, useId } from "react";
import { ErrorNote } from "@/components/shared/error-note";
import { guardSentence, passedSentence } from "@/components/shared/guard-text";
import { StatementText } from "@/components/shared/statement-text";
import { TextLink } from "@/components/shared/text-link";
import type { GuardConfirmation } from "@/components/shared/use-guard-confirmation";
import { Banner } from "@/components/ui/banner";
import { Literal } from "@/components/ui/literal";
import { useAnnounce } from "@/components/ui/live-region";
import { Skeleton } from "@/components/ui/skeleton";
import { TextField } from "@/components/ui/text-field";
import { TypedConfirmation } from "@/components/ui/typed-confirmation";
import type { EditHoldAnswer, HeldFlow, HoldReason } from "@/lib/contract/edit-hold";
import { routes } from "@/lib/routes";

type GuardSectionProps = {
  readonly guards: GuardConfirmation;
  /** Of its heading, where it stands: in a dialog below an h3, on a page beside other sections. */
  readonly level?: 2 | 4;
};

/** What the guards say of an edit under review: what stands against it, and what passed. */
export function GuardSection({ guards: { hold, error, retry }, level = 4 }: GuardSectionProps) {
  const Heading = `h${level}` as const;
  const headingId = useId();
  const announce = useAnnounce();
  const sentence = hold === undefined ? null : guardSentence(hold);
  // It comes while the person is elsewhere in the review.
  useEffect(() => {
    if (sentence !== null) announce(sentence);
  }, [announce, sentence]);
  return (
    <section aria-labelledby={headingId} aria-busy={hold === undefined} className="flex min-h-20 flex-col gap-2">
      <Heading id={headingId} className={level === 2 ? "text-section font-semibold" : "font-medium"}>
        Guards
      </Heading>
      {hold !== undefined ? (
        <Answer hold={hold} />
      ) : error !== null ? (
        <ErrorNote title="The guards could not be asked: nothing was proved" error={error} onRetry={retry} />
      ) : (
        <div role="status" className="flex flex-col gap-2">
          <p className="text-muted">Holding the edit against the guards.</p>
          <Skeleton className="w-56" />
        </div>
      )}
    </section>
  );
}

function Answer({ hold }: { readonly hold: EditHoldAnswer }) {
  const { declared, reasons, lines } = hold;
  const broken = new Set(reasons.filter(({ code }) => code === "line").map(({ text }) => text));
  const stillFailing = lines.failing.filter((line) => ![...broken].some((text) => text.startsWith(line)));
  const passed = passedSentence(hold);
  return (
    <>
      {alike(reasons).map(([reason, ...others]) => (
        <Reason key={reason.id} reason={reason} others={others} />
      ))}
      {declared === "none" && (
        <Banner tone="neutral" title="No guards: nothing was proved">
          No admin source and no line is declared, so nothing says who must still reach what.{" "}
          <TextLink href={routes.guards()}>Declare guards</TextLink>
        </Banner>
      )}
      {passed !== null && <p>{passed}</p>}
      {stillFailing.map((line, index) => (
        <p key={index} className="text-muted">
          Fails already, and the edit does not make it worse: <Literal text={line} />
        </p>
      ))}
    </>
  );
}

type Alike = readonly [HoldReason, ...HoldReason[]];

/** Pools of one cluster mostly lack the same: that is said once. */
function alike(reasons: readonly HoldReason[]): readonly Alike[] {
  const groups = new Map<string, [HoldReason, ...HoldReason[]]>();
  for (const reason of reasons) {
    const { code, clusterName, isCertain, flows, cureStatements } = reason;
    const key = JSON.stringify([code, clusterName, isCertain, flows, cureStatements]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [reason]);
    else group.push(reason);
  }
  return [...groups.values()];
}

type ReasonProps = {
  readonly reason: HoldReason;
  /** Of which the same is to be said. */ readonly others: readonly HoldReason[];
};

function Reason({ reason, others }: ReasonProps) {
  const { isCertain, text, flows, flowCount, cure, cureStatements } = reason;
  const more = flowCount - flows.reduce((sum, { count }) => sum + count, 0);
  return (
    <Banner tone={isCertain ? "blocked" : "unknown"} title={<Literal text={text} />}>
      {others.map(({ id, text: also }) => (
        <p key={id} className="font-medium">
          <Literal text={also} />
        </p>
      ))}
      {flows.length > 0 && (
        <ul className="mt-1 flex flex-col gap-0.5">
          {flows.map((flow, index) => (
            // Different resources may have one name.
            <Flow key={index} flow={flow} isBroken={isCertain} />
          ))}
          {more > 0 && <li className="text-muted">and {more} more pairs</li>}
        </ul>
      )}
      <p className="mt-1">{cure}</p>
      {cureStatements.map((statement) => (
        <p key={statement} className="text-note mt-1 pl-3">
          <StatementText text={statement} />
        </p>
      ))}
    </Banner>
  );
}

const flowWords: Record<HeldFlow["verdict"], string> = {
  allowed: "ZPR allows it",
  partly: "ZPR allows a part of it",
  blocked: "ZPR blocks it",
  "not-governed": "ZPR does not govern it",
  unknown: "unknown",
};

type FlowProps = { readonly flow: HeldFlow; readonly isBroken: boolean };

function Flow({ flow: { source, destination, protocol, count, verdict, statements }, isBroken }: FlowProps) {
  // Of many ports or protocols only some may pass, and that breaks what is declared of all.
  const part = statements.length > 0 ? "ZPR allows a part of it" : "ZPR does not allow all of it";
  return (
    <li>
      <Literal text={source} className="font-medium" /> to <Literal text={destination} className="font-medium" />
      {protocol !== "" && <span className="text-note font-mono"> {protocol}</span>}:{" "}
      {isBroken && verdict === "unknown" ? part : flowWords[verdict]}
      {count > 1 && `, and ${count - 1} more like it`}
      {statements.map((statement) => (
        <span key={statement} className="text-note block pl-3">
          <StatementText text={statement} />
        </span>
      ))}
    </li>
  );
}

/** Beside the button that sends an edit: that guards stop it, and what is still to be entered. */
export function GuardStop({ guards: { disabledReason } }: { readonly guards: GuardConfirmation }) {
  if (disabledReason === undefined) return null;
  return (
    <p className="text-blocked mr-auto max-w-[60ch]">
      <Literal text={disabledReason} />
    </p>
  );
}

/** Name and reason, for an edit that guards stand against. */
export function GuardConfirmationFields({ guards }: { readonly guards: GuardConfirmation }) {
  const { hold, typed, setTyped, reason, setReason } = guards;
  if (!hold?.nameToType) return null;
  return (
    <div className="flex flex-col gap-3">
      <TypedConfirmation name={hold.nameToType} value={typed} onValueChange={setTyped} />
      <TextField
        label="Reason to go on all the same"
        help="It is kept with the change and in the console’s log."
        required
        value={reason}
        onValueChange={setReason}
        onKeyDown={(event) => {
          if (event.key === "Enter") event.preventDefault();
        }}
      />
    </div>
  );
}
