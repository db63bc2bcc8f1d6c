import { compartmentPaths } from "@/lib/inventory/compartments";
import type { Inventory } from "@/lib/inventory/inventory";
import type { ProtectedResource } from "@/lib/oke/protected-resource";

type Grouped<T> = ReadonlyMap<string, readonly T[]>;

/** An inventory arranged by what screens ask for. */
export type InventoryIndex = {
  readonly clusters: ReadonlyMap<string, Inventory["clusters"][number]>;
  readonly nodePools: ReadonlyMap<string, Inventory["nodePools"][number]>;
  readonly vcns: ReadonlyMap<string, Inventory["vcns"][number]>;
  readonly resources: ReadonlyMap<string, ProtectedResource>;
  readonly nodePoolsOfCluster: Grouped<Inventory["nodePools"][number]>;
  readonly virtualNodePoolsOfCluster: Grouped<Inventory["virtualNodePools"][number]>;
  /** Every surface that is part of a cluster or matched to it. */
  readonly resourcesOfCluster: Grouped<ProtectedResource>;
  /** The name of a compartment, or its OCID when only that is known. */
  readonly compartmentName: (id: string) => string;
  readonly compartmentPath: (id: string) => readonly string[];
};

const byId = <T extends { readonly id: string }>(items: readonly T[]): ReadonlyMap<string, T> =>
  new Map(items.map((item) => [item.id, item]));

function groupedBy<T>(items: readonly T[], keyOf: (item: T) => string | null): Grouped<T> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** The cluster under which a resource stands; `null` for orphans and unmatched ones. */
export const clusterIdOf = ({ cluster }: ProtectedResource): string | null =>
  cluster.type === "part-of" || cluster.type === "matched" ? cluster.clusterId : null;

const indexes = new WeakMap<Inventory, InventoryIndex>();

/** Takes an inventory, gives its index; made once for each inventory. */
export function indexOf(inventory: Inventory): InventoryIndex {
  const known = indexes.get(inventory);
  if (known) return known;
  const compartments = byId(inventory.compartments);
  const paths = compartmentPaths(inventory.compartments);
  const index: InventoryIndex = {
    clusters: byId(inventory.clusters),
    nodePools: byId(inventory.nodePools),
    vcns: byId(inventory.vcns),
    resources: byId(inventory.resources),
    nodePoolsOfCluster: groupedBy(inventory.nodePools, ({ clusterId }) => clusterId),
    virtualNodePoolsOfCluster: groupedBy(inventory.virtualNodePools, ({ clusterId }) => clusterId),
    resourcesOfCluster: groupedBy(inventory.resources, clusterIdOf),
    compartmentName: (id) => compartments.get(id)?.name ?? id,
    compartmentPath: (id) => paths.get(id) ?? [id],
  };
  indexes.set(inventory, index);
  return index;
}
