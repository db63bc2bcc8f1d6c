import {
  accessBySource,
  adminAccess,
  type GuardedCluster,
  type NeededFlow,
  nodeJoinFlows,
  withAdminSources,
} from "@/lib/zpr/guards/cluster-access";
import type { AdminSource } from "@/lib/zpr/guards/guard-file";
import type { GuardVerdict } from "@/lib/zpr/guards/guard-words";
import { both, type Certainty, no, yes } from "@/lib/zpr/reach/certainty";
import type { CompiledWorld } from "@/lib/zpr/reach/compile-world";

/** What every cluster is held against, whatever lines there are. */
export type ClusterResult<C extends GuardedCluster> = {
  readonly cluster: C;
  /** `null` where no admin source is declared. */
  readonly access: { readonly verdict: GuardVerdict; readonly sources: readonly NeededFlow[] } | null;
  /** `null` where the cluster has no pool. */
  readonly join: {
    readonly verdict: GuardVerdict;
    /** Those whose new nodes do not surely join, with the flows that do not surely pass. */
    readonly openPools: readonly {
      readonly id: string;
      readonly name: string;
      readonly flows: readonly NeededFlow[];
    }[];
  } | null;
};

export const verdictOfCertainty = (certainty: Certainty): GuardVerdict =>
  certainty === yes ? "pass" : certainty === no ? "fail" : "unknown";

const least = (flows: readonly NeededFlow[]): Certainty =>
  flows.reduce<Certainty>((so, { certainty }) => both(so, certainty), yes);

/** Whether admin sources reach the API endpoint of each cluster, and whether new nodes of its pools can join. */
export function evaluateClusters<C extends GuardedCluster>(
  compiled: CompiledWorld,
  sources: readonly AdminSource[],
  clusters: readonly C[],
): readonly ClusterResult<C>[] {
  const world = withAdminSources(compiled, sources, clusters);
  return clusters.map((cluster) => {
    const pools = cluster.pools.map(({ id, name }) => ({ id, name, flows: nodeJoinFlows(world, cluster, id) }));
    return {
      cluster,
      access:
        sources.length === 0
          ? null
          : {
              verdict: verdictOfCertainty(adminAccess(world, sources, cluster)),
              sources: accessBySource(world, sources, cluster),
            },
      join:
        pools.length === 0
          ? null
          : {
              verdict: verdictOfCertainty(least(pools.flatMap(({ flows }) => flows))),
              openPools: pools
                .map((pool) => ({ ...pool, flows: pool.flows.filter(({ certainty }) => certainty !== yes) }))
                .filter(({ flows }) => flows.length > 0),
            },
    };
  });
}
