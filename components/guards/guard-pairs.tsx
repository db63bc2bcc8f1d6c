import { StatementText } from "@/components/shared/statement-text";
import { TextLink } from "@/components/shared/text-link";
import { Literal } from "@/components/ui/literal";
import type { GuardLineView, GuardPairView } from "@/lib/contract/guards";
import { routes } from "@/lib/routes";
import type { TraceVerdict } from "@/lib/zpr/reach/trace-words";

type GuardPairsProps = {
  readonly pairs: readonly GuardPairView[];
  readonly expects: GuardLineView["expects"];
  /** Whether they surely break the line. */
  readonly isBroken: boolean;
};

/** The pairs that decide a line, each with what ZPR does with it and why. */
export function GuardPairs({ pairs, expects, isBroken }: GuardPairsProps) {
  return (
    <ul className="flex flex-col gap-1.5">
      {pairs.map((pair, index) => (
        // Different resources may have one name.
        <li key={index} className="wrap-anywhere">
          <End end={pair.source} /> to <End end={pair.destination} />:{" "}
          {isBroken && pair.verdict === "unknown" ? partWords[expects] : verdictWords[pair.verdict]}
          {pair.count > 1 && `, and ${pair.count - 1} alike`}
          {". "}
          <Trace pair={pair} />
          {expects === "no-reach" &&
            pair.statements.map((statement) => <Statement key={statement.text} {...statement} />)}
          {expects === "reach" && pair.cure !== null && (
            <span className="text-note block pl-3">
              <span className="text-muted">Would let it pass: </span>
              <StatementText text={pair.cure} />
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

const verdictWords: Record<TraceVerdict, string> = {
  allowed: "ZPR allows it",
  partly: "ZPR allows a part of it",
  blocked: "ZPR blocks it",
  "not-governed": "ZPR does not govern it",
  unknown: "unknown",
};

/** Of many ports or protocols only some may pass. */
const partWords = { reach: "ZPR blocks a part of it", "no-reach": "ZPR allows a part of it" } as const;

function End({ end: { text, resourceId } }: { readonly end: GuardPairView["source"] }) {
  if (resourceId === null) return <Literal text={text} className="font-mono" />;
  return (
    <TextLink href={routes.resource(resourceId)}>
      <Literal text={text} />
    </TextLink>
  );
}

function Trace({ pair: { source, destination, protocol } }: { readonly pair: GuardPairView }) {
  const [from, to] = [source.resourceId ?? source.text, destination.resourceId ?? destination.text];
  return <TextLink href={routes.trace({ source: from, destination: to, protocol })}>Trace</TextLink>;
}

function Statement({ text, places }: GuardPairView["statements"][number]) {
  return (
    <span className="text-note block pl-3">
      <StatementText text={text} />{" "}
      {places.map(({ policyId, policyName, index }) => (
        <TextLink key={`${policyId} ${index}`} href={routes.zprPolicy(policyId, index)}>
          <Literal text={policyName} />
        </TextLink>
      ))}
    </span>
  );
}
