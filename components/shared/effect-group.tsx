import { Fragment, type ReactNode } from "react";
import { groundWords, outerEndText } from "@/components/shared/effect-text";
import { StatementText } from "@/components/shared/statement-text";
import { Literal } from "@/components/ui/literal";
import type { EffectEndsView, EffectEndView, EffectGroundView, EffectGroupView } from "@/lib/contract/effect";

type EffectGroupProps = {
  readonly group: EffectGroupView;
  /** What the two worlds are called that are held against one another. */
  readonly whens?: readonly [string, string];
};

/** Flows that change alike: which they are, and why they passed before and pass after, or not. */
export function EffectGroup({ group, whens = ["Before", "After"] }: EffectGroupProps) {
  const { resources, others, direction, protocols, before, after } = group;
  const [sources, targets] = direction === "to" ? [others, resources] : [resources, others];
  return (
    <li className="flex flex-col gap-1 py-2">
      <p className="wrap-anywhere">
        <span className="text-note font-mono">{protocols}</span> from <Ends ends={sources} /> to <Ends ends={targets} />
      </p>
      <div className="text-muted flex flex-col gap-1 pl-3">
        <Ground when={whens[0]} ground={before} />
        <Ground when={whens[1]} ground={after} />
      </div>
    </li>
  );
}

function Ends({ ends: { items, total } }: { readonly ends: EffectEndsView }) {
  return (
    <>
      {items.map((end, index) => (
        <Fragment key={end.kind === "endpoint" ? end.id : `${end.kind} ${end.text}`}>
          {index > 0 && ", "}
          <End end={end} />
        </Fragment>
      ))}
      {total > items.length && ` and ${total - items.length} more`}
    </>
  );
}

function End({ end }: { readonly end: EffectEndView }) {
  if (end.kind !== "endpoint") return <>{outerEndText(end)}</>;
  const { name, what, clusterName } = end;
  return (
    <>
      {what.replace(/^(?!Kubernetes)./u, (first) => first.toLowerCase())}{" "}
      <Literal text={name} className="font-medium" />
      {clusterName !== null && (
        <>
          {" "}
          (<Literal text={clusterName} />)
        </>
      )}
    </>
  );
}

function Ground({ when, ground }: { readonly when: string; readonly ground: EffectGroundView }): ReactNode {
  const { code, statements, causes } = ground;
  return (
    <div className="wrap-anywhere">
      {when}: {code === "statement" ? "allowed by" : groundWords[code]}
      {causes.length > 0 && `. ${causes.join(" ")}`}
      {statements.map(({ text, policies }) => (
        <div key={text} className="pl-3">
          <StatementText text={text} /> of {policies.length === 1 ? "policy" : "policies"}{" "}
          <Literal text={policies.map(({ name }) => name).join(", ")} />
        </div>
      ))}
    </div>
  );
}
