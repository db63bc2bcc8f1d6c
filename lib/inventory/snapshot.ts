import { catalogFrom } from "@/lib/inventory/catalog-from";
import type { Inventory } from "@/lib/inventory/inventory";
import type { Collections, ScopeObjects, ScopeResult } from "@/lib/inventory/scope-result";
import type { ProtectedResource } from "@/lib/oke/protected-resource";
import type { SecurityAttributeCatalog } from "@/lib/zpr/security-attribute-namespace";

/** What a snapshot is made of, besides the results of the scopes. */
export type SnapshotFacts = Pick<
  Inventory,
  | "revision"
  | "startedAt"
  | "finishedAt"
  | "scopesDone"
  | "scopesTotal"
  | "tenancy"
  | "homeRegion"
  | "regions"
  | "chosenRegions"
  | "compartments"
>;

/** The reasoning of `lib/oke` that turns what was read into surfaces with verdicts and matches. */
export type Derive = (
  read: Collections & { readonly catalog: SecurityAttributeCatalog },
) => readonly ProtectedResource[];

/** Lays the lists of all scopes end to end. A list that changes while it is read can give an object twice. */
function gather<T extends { readonly id: string }>(
  results: readonly ScopeResult[],
  listOf: (objects: ScopeObjects) => readonly T[] | undefined,
): readonly T[] {
  const byId = new Map<string, T>();
  for (const { objects } of results) {
    for (const object of listOf(objects) ?? []) if (!byId.has(object.id)) byId.set(object.id, object);
  }
  return [...byId.values()];
}

function collectionsFrom(results: readonly ScopeResult[]): Collections {
  const withNodes = new Map<string, Collections["nodePools"][number]>();
  for (const { nodePoolWithNodes: nodePool } of results.map(({ objects }) => objects)) {
    if (nodePool) withNodes.set(nodePool.id, nodePool);
  }
  return {
    clusters: gather(results, ({ clusters }) => clusters),
    nodePools: gather(results, ({ nodePools }) => nodePools).map((pool) => withNodes.get(pool.id) ?? pool),
    virtualNodePools: gather(results, ({ virtualNodePools }) => virtualNodePools),
    loadBalancers: gather(results, ({ loadBalancers }) => loadBalancers),
    networkLoadBalancers: gather(results, ({ networkLoadBalancers }) => networkLoadBalancers),
    mountTargets: gather(results, ({ mountTargets }) => mountTargets),
    fileSystems: gather(results, ({ fileSystems }) => fileSystems),
    vcns: gather(results, ({ vcns }) => vcns),
    subnets: gather(results, ({ subnets }) => subnets),
    localPeeringGateways: gather(results, ({ localPeeringGateways }) => localPeeringGateways),
    drgAttachments: gather(results, ({ drgAttachments }) => drgAttachments),
  };
}

/** Takes what a pass has read so far, gives the inventory of it. Pure: the same results give the same inventory. */
export function snapshotFrom(results: readonly ScopeResult[], facts: SnapshotFacts, derive: Derive): Inventory {
  const collections = collectionsFrom(results);
  const catalog = catalogFrom(results);
  return {
    ...facts,
    ...collections,
    catalog,
    resources: derive({ ...collections, catalog }),
    coverage: results.map(({ entry }) => entry),
  };
}
