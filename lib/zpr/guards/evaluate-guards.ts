import { evidenceOf, type GuardEvidence } from "@/lib/zpr/guards/guard-evidence";
import type { GuardLine } from "@/lib/zpr/guards/guard-file";
import { type GuardPair, type GuardPairs, guardPairs } from "@/lib/zpr/guards/guard-pairs";
import type { GuardCause, GuardVerdict } from "@/lib/zpr/guards/guard-words";
import { no, yes } from "@/lib/zpr/reach/certainty";
import type { CompiledWorld } from "@/lib/zpr/reach/compile-world";

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
  return {
    line,
    verdict,
    cause: verdict === "unknown" ? causeOf(found, isUnsure) : null,
    pairCount: countOf(found.pairs),
    failingPairCount: countOf(by.fail),
    evidence: evidenceOf(compiled, line, deciding),
  };
}

/**
 * Holds every line of a guard file against a world. A line passes only when every pair that it means is known to keep
 * it: one that means no resource, or of which something could not be read, is unknown.
 */
export function evaluateGuards(compiled: CompiledWorld, lines: readonly GuardLine[]): readonly GuardResult[] {
  return lines.map((line) => evaluate(compiled, line));
}
