import type { EffectAnswer, EffectEndView, EffectForecast } from "@/lib/contract/effect";
import type { Inventory } from "@/lib/inventory/inventory";
import { completenessOf, concernsOfKinds } from "@/lib/inventory/projections/completeness";
import { indexOf } from "@/lib/inventory/projections/inventory-index";
import { resourceKinds } from "@/lib/oke/resource-kind";
import { type CompiledWorld, compileWorld } from "@/lib/zpr/reach/compile-world";
import { poolIdOfPart } from "@/lib/zpr/reach/edit-world";
import type { EffectEnd, EffectEnds } from "@/lib/zpr/reach/effect";
import { effectOf } from "@/lib/zpr/reach/effect-of";
import type { EffectChange } from "@/lib/zpr/reach/effect-words";
import type { ReachWorld } from "@/lib/zpr/reach/reach-world";

export type Stage = {
  readonly stage: EffectForecast["stage"];
  readonly before: ReachWorld;
  readonly after: ReachWorld;
};

type Known = Extract<EffectAnswer, { state: "known" }>;

/** Works out what changes in each stage of an edit. `like` has read the same statements before; `shown` as `effectOf`. */
export function effectAnswer(
  inventory: Inventory,
  like: CompiledWorld,
  {
    stages,
    shown,
    ...known
  }: Pick<Known, "edge" | "runningNodeCount" | "runningBasis" | "policiesReadAt"> & {
    readonly stages: readonly Stage[];
    readonly shown?: readonly EffectChange[];
  },
): Known {
  const index = indexOf(inventory);
  const resourceOf = (endpointId: string) => index.resources.get(poolIdOfPart(endpointId));
  const clusterNameOf = (endpointId: string): string | null => {
    const resource = resourceOf(endpointId);
    if (resource === undefined || resource.kind === "cluster-endpoint" || !("clusterId" in resource.cluster))
      return null;
    return index.clusters.get(resource.cluster.clusterId)?.name ?? null;
  };
  const endView = (end: EffectEnd): EffectEndView =>
    end.kind === "endpoint" ? { ...end, clusterName: clusterNameOf(end.id) } : end;
  const endsView = ({ items, total }: EffectEnds) => ({ items: items.map(endView), total });
  const isMany = (endpointId: string) => resourceOf(endpointId)?.kind.startsWith("node-pool-") ?? false;
  const forecasts = stages.map(({ stage, before, after }): EffectForecast => {
    const compiled = compileWorld(before, like);
    const effect = effectOf(compiled, compileWorld(after, compiled), isMany, shown);
    const groups = effect.groups.map((group) => ({
      ...group,
      resources: endsView(group.resources),
      others: endsView(group.others),
    }));
    return { ...effect, stage, groups };
  });
  const completeness = completenessOf(inventory, concernsOfKinds(resourceKinds));
  return { state: "known", ...known, forecasts, completeness };
}
