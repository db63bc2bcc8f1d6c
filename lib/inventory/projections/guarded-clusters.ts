import type { Inventory } from "@/lib/inventory/inventory";
import { clusterIdOf } from "@/lib/inventory/projections/inventory-index";
import type { GuardedCluster } from "@/lib/zpr/guards/cluster-access";

/** A cluster that people and nodes have to reach, with what a page says of it. */
export type InventoryGuardedCluster = GuardedCluster & { readonly clusterId: string; readonly region: string };

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

const made = new WeakMap<Inventory, readonly InventoryGuardedCluster[]>();

/** Every cluster whose API endpoint ZPR may rule over; made once for each inventory. */
export function guardedClustersOf(inventory: Inventory): readonly InventoryGuardedCluster[] {
  const known = made.get(inventory);
  if (known !== undefined) return known;
  const pools = new Map<string, { readonly id: string; readonly name: string }[]>();
  const endpoints = new Map<string, string>();
  for (const resource of inventory.resources) {
    const clusterId = clusterIdOf(resource);
    if (clusterId === null) continue;
    if (resource.kind === "cluster-endpoint") endpoints.set(clusterId, resource.id);
    if (resource.kind === "node-pool-primary-vnic") {
      const pool = { id: resource.id, name: resource.displayName };
      pools.set(clusterId, [...(pools.get(clusterId) ?? []), pool]);
    }
  }
  const clusters = inventory.clusters.flatMap(({ id, name, region }): readonly InventoryGuardedCluster[] => {
    const endpointId = endpoints.get(id);
    return endpointId === undefined
      ? []
      : [{ clusterId: id, name: name ?? id, region, endpointId, pools: pools.get(id) ?? [] }];
  });
  // By name: in which order regions and compartments answered is nobody's, and the first of them is the name to type.
  const ordered = clusters.toSorted((a, b) =>
    a.name === b.name ? byText(a.clusterId, b.clusterId) : byText(a.name, b.name),
  );
  made.set(inventory, ordered);
  return ordered;
}
