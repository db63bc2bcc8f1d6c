import { no } from "@/lib/zpr/reach/certainty";
import type { ReachWorld } from "@/lib/zpr/reach/reach-world";
import type { ResolvedEnd, TracedStatement, TraceEnd, TraceNote } from "@/lib/zpr/reach/trace";

type NoteFacts = {
  readonly question: { readonly source: TraceEnd; readonly destination: TraceEnd };
  readonly ends: readonly [ResolvedEnd, ResolvedEnd];
  readonly allowing: readonly TracedStatement[];
  readonly world: ReachWorld;
};

/** What an answer takes for granted. */
export function notesOf({ question, ends, allowing, world }: NoteFacts): readonly TraceNote[] {
  const asked = [question.source, question.destination];
  const classes = ends.flatMap(({ end }) => (end.kind === "class" ? [end] : []));
  const sidesOf = ({ application }: TracedStatement) => [application.source, application.destination];
  const hasSeveral = ends.some(
    ({ end }, index) =>
      end.kind === "class" &&
      end.carried.attributes.length > 1 &&
      allowing.some((traced) => sidesOf(traced)[index] === "attribute-carried"),
  );
  const isAddressOfGoverned = ends.some(
    ({ end }, index) =>
      end.kind === "class" &&
      end.carried.governed !== no &&
      allowing.some((traced) => sidesOf(traced)[index] === "address-in-block"),
  );
  return [
    ...(hasSeveral ? (["any-attribute-matches"] as const) : []),
    ...(isAddressOfGoverned ? (["address-means-resource"] as const) : []),
    ...(classes.some(({ vcn }) => vcn.isZprOnly) ? (["vcn-zpr-only"] as const) : []),
    ...(asked.some((end, index) => end.kind === "address" && ends[index]?.endpoint !== null)
      ? (["address-of-endpoint"] as const)
      : []),
    ...(!world.isEndpointListComplete && ends.some(({ end }) => end.kind !== "class")
      ? (["endpoints-incomplete"] as const)
      : []),
  ];
}
