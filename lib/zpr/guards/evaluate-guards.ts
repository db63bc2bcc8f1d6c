import type { GuardLine } from "@/lib/zpr/guards/guard-file";
import { type GuardPair, type GuardPairs, guardPairs } from "@/lib/zpr/guards/guard-pairs";
import { no, yes } from "@/lib/zpr/reach/certainty";
import type { CompiledWorld } from "@/lib/zpr/reach/compile-world";
import type { Trace } from "@/lib/zpr/reach/trace";
import { traceFlow } from "@/lib/zpr/reach/trace-flow";

export type GuardVerdict = "pass" | "fail" | "unknown";

/** Why nobody can say whether a line holds. */
export type GuardCause =
  | "no-resource-from"
  | "no-resource-to"
  /** Each end means resources, but no two of them in one VCN, or one alone that is both. */
  | "no-pair"
  | "flow-unknown"
  /** All pairs that were read keep the line; what was not read may break it. */
  | "resources-unread";

export type GuardEvidence = {
  readonly source: string;
  readonly destination: string;
  /** How many pairs of resources stand alike. */
  readonly count: number;
  readonly trace: Trace;
};

export type GuardResult = {
  readonly line: GuardLine;
  readonly verdict: GuardVerdict;
  /** Only of `unknown`. */
  readonly cause: GuardCause | null;
  /** Of resources, not of groups. */
  readonly pairCount: number;
  readonly failingPairCount: number;
  /** The first pairs that decide the verdict; of a pass, the first that keep it. */
  readonly evidence: readonly GuardEvidence[];
};

const maxEvidence = 5;

/** Whether one pair keeps a line. */
export function verdictOfPair({ flow, isSure }: GuardPair, { expects }: GuardLine): GuardVerdict {
  const isKept = expects === "reach" ? flow.all === yes : flow.any === no;
  if (isKept) return "pass";
  const isBroken = expects === "reach" ? flow.all === no : flow.any === yes;
  return isBroken && isSure ? "fail" : "unknown";
}

const countOf = (pairs: readonly GuardPair[]) => pairs.reduce((sum, { count }) => sum + count, 0);

function causeOf({ pairs, isFromEmpty, isToEmpty }: GuardPairs, isUnsure: boolean): GuardCause {
  if (isFromEmpty) return "no-resource-from";
  if (isToEmpty) return "no-resource-to";
  if (pairs.length === 0) return "no-pair";
  return isUnsure ? "flow-unknown" : "resources-unread";
}

function evaluate(compiled: CompiledWorld, line: GuardLine): GuardResult {
  const found = guardPairs(compiled, line);
  const by = { pass: [] as GuardPair[], fail: [] as GuardPair[], unknown: [] as GuardPair[] };
  for (const pair of found.pairs) by[verdictOfPair(pair, line)].push(pair);
  const isUnsure = by.unknown.length > 0;
  const isOpen = isUnsure || found.pairs.length === 0 || !compiled.world.isEndpointListComplete;
  const verdict = by.fail.length > 0 ? "fail" : isOpen ? "unknown" : "pass";
  const deciding = by[verdict].length > 0 ? by[verdict] : by.pass;
  const { set: protocol } = line.protocol;
  return {
    line,
    verdict,
    cause: verdict === "unknown" ? causeOf(found, isUnsure) : null,
    pairCount: countOf(found.pairs),
    failingPairCount: countOf(by.fail),
    evidence: deciding.slice(0, maxEvidence).map(({ source, destination, count }) => {
      const trace = traceFlow(compiled, { source, destination, protocol });
      const nameOf = (resource: Trace["source"], written: string) => resource?.name ?? written;
      return {
        source: nameOf(trace.source, line.from.text),
        destination: nameOf(trace.destination, line.to.text),
        count,
        trace,
      };
    }),
  };
}

/**
 * Holds every line of a guard file against a world. A line passes only when every pair that it means is known to keep
 * it: one that means no resource, or of which something could not be read, is unknown.
 */
export function evaluateGuards(compiled: CompiledWorld, lines: readonly GuardLine[]): readonly GuardResult[] {
  return lines.map((line) => evaluate(compiled, line));
}
