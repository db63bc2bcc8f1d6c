import { cureStatement } from "@/lib/zpr/guards/cure-statement";
import type { GuardLine } from "@/lib/zpr/guards/guard-file";
import type { GuardPair } from "@/lib/zpr/guards/guard-pairs";
import type { CompiledWorld } from "@/lib/zpr/reach/compile-world";
import type { Trace } from "@/lib/zpr/reach/trace";
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

/** The first pairs of a line, with what ZPR does with them. */
export const evidenceOf = (
  compiled: CompiledWorld,
  line: GuardLine,
  pairs: readonly GuardPair[],
): readonly GuardEvidence[] =>
  pairs.slice(0, mostEvidence).map(({ source, destination, count }) => {
    const trace = traceFlow(compiled, { source, destination, protocol: line.protocol.set });
    return {
      source: trace.source?.name ?? line.from.text,
      destination: trace.destination?.name ?? line.to.text,
      count,
      trace,
      cure: cureStatement(compiled.world, { source, destination, protocol: line.protocol.text }),
    };
  });
