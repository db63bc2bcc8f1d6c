import { verdictOfPair } from "@/lib/zpr/guards/evaluate-guards";
import type { GuardLine } from "@/lib/zpr/guards/guard-file";
import { type GuardPair, guardPairs } from "@/lib/zpr/guards/guard-pairs";
import type { GuardVerdict } from "@/lib/zpr/guards/guard-words";
import { worsenedParts } from "@/lib/zpr/guards/worsened-parts";
import type { CompiledWorld } from "@/lib/zpr/reach/compile-world";
import type { TraceEnd } from "@/lib/zpr/reach/trace";

/** A line held against one world: its verdict, and every pair that it means. */
export type JudgedLine = {
  readonly compiled: CompiledWorld;
  readonly verdict: GuardVerdict;
  readonly pairs: readonly GuardPair[];
};

const rank: Record<GuardVerdict, number> = { pass: 0, unknown: 1, fail: 2 };

export function judgeLine(compiled: CompiledWorld, line: GuardLine): JudgedLine {
  const { pairs } = guardPairs(compiled, line);
  const verdicts = pairs.map((pair) => verdictOfPair(pair, line));
  const isOpen = pairs.length === 0 || verdicts.includes("unknown") || !compiled.world.isEndpointListComplete;
  const verdict = verdicts.includes("fail") ? "fail" : isOpen ? "unknown" : "pass";
  return { compiled, verdict, pairs };
}

/** Addresses and Oracle's services are the same end in every pair of a line. */
const idsOf = (ids: readonly string[]): readonly string[] => (ids.length > 0 ? ids : [""]);

const endOf = (id: string, outer: TraceEnd): TraceEnd => (id === "" ? outer : { kind: "endpoint", id });

const nowhere = "\u0000";

/** The groups that resources stood in; each is known by its first resource. No pair is ever taken apart by resource. */
function groupsBefore(pairs: readonly GuardPair[], side: "sourceIds" | "destinationIds") {
  const groups = new Map<string, string>();
  for (const pair of pairs) {
    const ids = idsOf(pair[side]);
    const [first = ""] = ids;
    if (groups.get(first) === first) continue;
    for (const id of ids) groups.set(id, first);
  }
  const known = new Map<readonly string[], ReadonlyMap<string, string>>();
  /** Each group, with one resource of it. */
  return (ids: readonly string[]): ReadonlyMap<string, string> => {
    const found = known.get(ids) ?? new Map(idsOf(ids).map((id) => [groups.get(id) ?? nowhere, id]));
    known.set(ids, found);
    return found;
  };
}

/**
 * The pairs of a line that an edit makes worse: those that it breaks, or where there are none those of which nobody can
 * be sure any more. `null` when there are none; a line that was broken already may stay so, but not be broken further. A resource that the line did
 * not mean before stood well.
 */
export function worsenedPairs(
  before: JudgedLine,
  after: JudgedLine,
  line: GuardLine,
): { readonly pairs: readonly GuardPair[]; readonly isCertain: boolean } | null {
  const stood = new Map<string, number>();
  const keyOf = (source: string, destination: string) => JSON.stringify([source, destination]);
  for (const pair of before.pairs) {
    const [source = "", destination = ""] = [idsOf(pair.sourceIds)[0], idsOf(pair.destinationIds)[0]];
    stood.set(keyOf(source, destination), rank[verdictOfPair(pair, line)]);
  }
  const [sourcesOf, destinationsOf] = [
    groupsBefore(before.pairs, "sourceIds"),
    groupsBefore(before.pairs, "destinationIds"),
  ];
  const worse = { [rank.unknown]: [] as GuardPair[], [rank.fail]: [] as GuardPair[] };
  const worlds = [before.compiled, after.compiled] as const;
  for (const pair of after.pairs) {
    const now = rank[verdictOfPair(pair, line)];
    const from = [...sourcesOf(pair.sourceIds)];
    const to = [...destinationsOf(pair.destinationIds)];
    const stands = from.flatMap(([source, sourceId]) =>
      to.map(([destination, destinationId]) => ({
        was: stood.get(keyOf(source, destination)) ?? rank.pass,
        ends: [endOf(sourceId, pair.source), endOf(destinationId, pair.destination)] as const,
      })),
    );
    if (stands.some(({ was }) => now > was)) worse[now]?.push(pair);
    else if (now > rank.pass) {
      const parts = stands.map(({ was, ends }) => (was === now ? worsenedParts(worlds, ends, line) : null));
      if (parts.includes("certain") && pair.isSure) worse[rank.fail]?.push(pair);
      else if (parts.some((part) => part !== null)) worse[rank.unknown]?.push(pair);
    }
  }
  const [failing = [], unknown = []] = [worse[rank.fail], worse[rank.unknown]];
  if (failing.length > 0) return { pairs: failing, isCertain: true };
  if (unknown.length > 0) return { pairs: unknown, isCertain: false };
  // Without any pair left, nothing shows that the line holds.
  return before.verdict === "pass" && after.verdict === "unknown" ? { pairs: [], isCertain: false } : null;
}
