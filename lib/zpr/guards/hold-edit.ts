import { adminAccess, type GuardedCluster, nodeJoin, withAdminSources } from "@/lib/zpr/guards/cluster-access";
import { type GuardVerdict, verdictOfPair } from "@/lib/zpr/guards/evaluate-guards";
import type { GuardFile, GuardLine } from "@/lib/zpr/guards/guard-file";
import { type GuardPair, guardPairs } from "@/lib/zpr/guards/guard-pairs";
import { type Certainty, no, yes } from "@/lib/zpr/reach/certainty";
import type { CompiledWorld } from "@/lib/zpr/reach/compile-world";

/** Why an edit is stopped. `isCertain` is false when nobody can be sure of it any more. */
export type EditStop =
  | { readonly rule: "admin-access"; readonly clusterName: string; readonly isCertain: boolean }
  | {
      readonly rule: "node-join";
      readonly clusterName: string;
      readonly poolName: string;
      readonly isCertain: boolean;
    }
  | { readonly rule: "assertion"; readonly line: GuardLine; readonly isCertain: boolean };

/** What an edit was held against. */
export type EditHold = {
  readonly stops: readonly EditStop[];
  /** Clusters that an admin source surely reaches after the edit, of all; `null` when no admin source is declared. */
  readonly access: { readonly provenCount: number; readonly clusterCount: number } | null;
  /** Assertions that surely hold after the edit, of all. */
  readonly assertions: { readonly passCount: number; readonly lineCount: number };
};

const rank: Record<GuardVerdict, number> = { pass: 0, unknown: 1, fail: 2 };

type Judged = { readonly verdict: GuardVerdict; readonly pairs: readonly GuardPair[] };

function judge(compiled: CompiledWorld, line: GuardLine): Judged {
  const { pairs } = guardPairs(compiled, line);
  const verdicts = pairs.map((pair) => verdictOfPair(pair, line));
  const isOpen = pairs.length === 0 || verdicts.includes("unknown") || !compiled.world.isEndpointListComplete;
  const verdict = verdicts.includes("fail") ? "fail" : isOpen ? "unknown" : "pass";
  return { verdict, pairs };
}

const keysOf = ({ sourceIds, destinationIds }: GuardPair): readonly string[] => {
  // Addresses and Oracle's services are the same end in every pair of a line.
  const [from, to] = [sourceIds.length > 0 ? sourceIds : [""], destinationIds.length > 0 ? destinationIds : [""]];
  return from.flatMap((source) => to.map((target) => JSON.stringify([source, target])));
};

/** Whether an edit makes any pair of a line worse than it was; a line that was broken already may stay so. */
function assertionStop(
  before: Judged,
  after: Judged,
  line: GuardLine,
): Extract<EditStop, { rule: "assertion" }> | null {
  const stood = new Map<string, number>();
  for (const pair of before.pairs) for (const key of keysOf(pair)) stood.set(key, rank[verdictOfPair(pair, line)]);
  let worst = -1;
  for (const pair of after.pairs) {
    const now = rank[verdictOfPair(pair, line)];
    if (now > worst && keysOf(pair).some((key) => now > (stood.get(key) ?? rank.pass))) worst = now;
  }
  // Without any pair left, nothing shows that the line holds.
  if (worst < 0 && before.verdict === "pass" && after.verdict !== "pass") worst = rank[after.verdict];
  return worst < 0 ? null : { rule: "assertion", line, isCertain: worst === rank.fail };
}

const isWorse = (before: Certainty, after: Certainty) => after < before;

function clusterStops(
  [before, after]: readonly [CompiledWorld, CompiledWorld],
  guards: GuardFile,
  cluster: GuardedCluster,
): readonly EditStop[] {
  const clusterName = cluster.name;
  const access = [before, after].map((world) => adminAccess(world, guards.adminSources, cluster));
  const [had = no, has = no] = access;
  const joins = cluster.pools.flatMap(({ id, name: poolName }): readonly EditStop[] => {
    const [joined, joining] = [nodeJoin(before, cluster, id), nodeJoin(after, cluster, id)];
    return isWorse(joined, joining) ? [{ rule: "node-join", clusterName, poolName, isCertain: joining === no }] : [];
  });
  return [
    ...(isWorse(had, has) ? [{ rule: "admin-access" as const, clusterName, isCertain: has === no }] : []),
    ...joins,
  ];
}

/**
 * Holds an edit, as the worlds before and after it, against what people declared and against what nodes need to join.
 * It is stopped for what it makes worse: what was broken before is no reason against an edit that leaves it so.
 */
export function holdEdit(
  { before, after }: { readonly before: CompiledWorld; readonly after: CompiledWorld },
  guards: GuardFile,
  clusters: readonly GuardedCluster[],
): EditHold {
  const { adminSources, lines } = guards;
  const worlds = [
    withAdminSources(before, adminSources, clusters),
    withAdminSources(after, adminSources, clusters),
  ] as const;
  const judged = lines.map((line) => ({ line, before: judge(before, line), after: judge(after, line) }));
  const stops = [
    ...clusters.flatMap((cluster) => clusterStops(worlds, guards, cluster)),
    ...judged.flatMap((each) => assertionStop(each.before, each.after, each.line) ?? []),
  ];
  return {
    stops,
    access:
      adminSources.length === 0
        ? null
        : {
            provenCount: clusters.filter((cluster) => adminAccess(worlds[1], adminSources, cluster) === yes).length,
            clusterCount: clusters.length,
          },
    assertions: {
      passCount: judged.filter(({ after: { verdict } }) => verdict === "pass").length,
      lineCount: lines.length,
    },
  };
}
