import { cureStatement } from "@/lib/zpr/guards/cure-statement";
import type { GuardLine } from "@/lib/zpr/guards/guard-file";
import type { GuardPair } from "@/lib/zpr/guards/guard-pairs";
import { no, yes } from "@/lib/zpr/reach/certainty";
import type { CompiledWorld } from "@/lib/zpr/reach/compile-world";
import { flowParts } from "@/lib/zpr/reach/flow-parts";
import type { FlowEnd } from "@/lib/zpr/reach/reach-end";
import type { Trace, TraceEnd } from "@/lib/zpr/reach/trace";
import { resolveEnds } from "@/lib/zpr/reach/trace-ends";
import { traceFlow } from "@/lib/zpr/reach/trace-flow";

/** Pairs of resources that stand alike, by one of them. */
export type GuardEvidence = {
  readonly source: string;
  readonly destination: string;
  /** How many pairs of resources stand alike. */
  readonly count: number;
  readonly trace: Trace;
  /** A statement that would let the traffic pass; `null` where there is none to give. */
  readonly cure: string | null;
};

const mostEvidence = 5;

/** A block in the line's that surely breaks it, in place of the whole: of the whole only a part may be open. */
function breakingEnds(compiled: CompiledWorld, { expects, protocol }: GuardLine, { source, destination }: GuardPair) {
  const whole = [source, destination] as const;
  const ends = resolveEnds(compiled, source, destination);
  if (ends.unknown !== null || !whole.some(({ kind }) => kind === "address")) return whole;
  const broken = expects === "reach" ? no : yes;
  const part = flowParts(compiled, [ends.source.end, ends.target.end], protocol.set).find(
    ({ isExact, outcome }) => isExact && outcome.passes === broken,
  );
  if (part === undefined) return whole;
  const narrowed = (end: TraceEnd, to: FlowEnd): TraceEnd =>
    end.kind === "address" && to.kind === "address" ? { kind: "address", text: to.range.text } : end;
  return [narrowed(source, part.source), narrowed(destination, part.target)] as const;
}

const textOf = (end: TraceEnd): string | null => (end.kind === "address" ? end.text : null);

/** The first pairs of a line, with what ZPR does with them. */
export const evidenceOf = (
  compiled: CompiledWorld,
  line: GuardLine,
  pairs: readonly GuardPair[],
): readonly GuardEvidence[] =>
  pairs.slice(0, mostEvidence).map((pair) => {
    const [source, destination] = breakingEnds(compiled, line, pair);
    const trace = traceFlow(compiled, { source, destination, protocol: line.protocol.set });
    return {
      source: trace.source?.name ?? textOf(source) ?? line.from.text,
      destination: trace.destination?.name ?? textOf(destination) ?? line.to.text,
      count: pair.count,
      trace,
      cure: cureStatement(compiled.world, {
        source: pair.source,
        destination: pair.destination,
        protocol: line.protocol.text,
      }),
    };
  });
