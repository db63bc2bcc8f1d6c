import {
  accessBySource,
  adminAccess,
  type GuardedCluster,
  type NeededFlow,
  nodeJoin,
  nodeJoinFlows,
  withAdminSources,
} from "@/lib/zpr/guards/cluster-access";
import { evidenceOf, type GuardEvidence } from "@/lib/zpr/guards/guard-evidence";
import type { GuardFile, GuardLine } from "@/lib/zpr/guards/guard-file";
import type { GuardVerdict } from "@/lib/zpr/guards/guard-words";
import { judgeLine, worsenedPairs } from "@/lib/zpr/guards/worsened-pairs";
import { type Certainty, no, yes } from "@/lib/zpr/reach/certainty";
import type { CompiledWorld } from "@/lib/zpr/reach/compile-world";

type PoolOf = GuardedCluster["pools"][number];

/** Why an edit is stopped. `isCertain` is false when nobody can be sure of it any more. */
export type EditStop = { readonly isCertain: boolean } & (
  | {
      readonly rule: "admin-access";
      readonly cluster: GuardedCluster;
      /** Every admin source, as it stands after the edit. */
      readonly flows: readonly NeededFlow[];
    }
  | {
      readonly rule: "node-join";
      readonly cluster: GuardedCluster;
      readonly pool: PoolOf;
      /** Those that no longer surely pass. */
      readonly flows: readonly NeededFlow[];
    }
  | {
      readonly rule: "assertion";
      readonly line: GuardLine;
      /** How many pairs of resources the edit makes worse. */
      readonly pairCount: number;
      readonly evidence: readonly GuardEvidence[];
    }
);

/** What an edit was held against. */
export type EditHold = {
  readonly stops: readonly EditStop[];
  /** Clusters that an admin source surely reaches after the edit, of all; `null` when no admin source is declared. */
  readonly access: { readonly provenCount: number; readonly clusterCount: number } | null;
  /** Assertions that surely hold after the edit, of all. */
  readonly assertions: {
    readonly passCount: number;
    readonly lineCount: number;
    /** Those that fail after it. They stop it only where it made them worse. */
    readonly failing: readonly GuardLine[];
  };
};

const isWorse = (before: Certainty, after: Certainty) => after < before;

function accessStop(
  [before, after]: readonly [CompiledWorld, CompiledWorld],
  { adminSources }: GuardFile,
  cluster: GuardedCluster,
): readonly EditStop[] {
  const [had, has] = [adminAccess(before, adminSources, cluster), adminAccess(after, adminSources, cluster)];
  if (!isWorse(had, has)) return [];
  return [
    { rule: "admin-access", cluster, isCertain: has === no, flows: accessBySource(after, adminSources, cluster) },
  ];
}

function joinStops(
  [before, after]: readonly [CompiledWorld, CompiledWorld],
  cluster: GuardedCluster,
): readonly EditStop[] {
  return cluster.pools.flatMap((pool): readonly EditStop[] => {
    const [joined, joining] = [nodeJoin(before, cluster, pool.id), nodeJoin(after, cluster, pool.id)];
    if (!isWorse(joined, joining)) return [];
    const flows = nodeJoinFlows(after, cluster, pool.id).filter(({ certainty }) => certainty === joining);
    return [{ rule: "node-join", cluster, pool, isCertain: joining === no, flows }];
  });
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
  const judged = lines.map((line) => ({ line, before: judgeLine(before, line), after: judgeLine(after, line) }));
  const stops = [
    ...clusters.flatMap((cluster) => [...accessStop(worlds, guards, cluster), ...joinStops(worlds, cluster)]),
    ...judged.flatMap((each): readonly EditStop[] => {
      const worse = worsenedPairs(each.before, each.after, each.line);
      if (worse === null) return [];
      const pairCount = worse.pairs.reduce((sum, { count }) => sum + count, 0);
      const evidence = evidenceOf(after, each.line, worse.pairs);
      return [{ rule: "assertion", line: each.line, isCertain: worse.isCertain, pairCount, evidence }];
    }),
  ];
  const linesThat = (verdict: GuardVerdict) => judged.filter((each) => each.after.verdict === verdict);
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
      passCount: linesThat("pass").length,
      lineCount: lines.length,
      failing: linesThat("fail").map(({ line }) => line),
    },
  };
}
