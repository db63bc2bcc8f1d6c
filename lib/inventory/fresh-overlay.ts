import type { CoverageEntry, Inventory } from "@/lib/inventory/inventory";
import type { FreshResource, ProtectedResource } from "@/lib/oke/protected-resource";
import type { ResourceKind } from "@/lib/oke/resource-kind";

/** A resource as it was read singly. */
export type SeenResource = Pick<FreshResource, "resource" | "readAt">;

const operationsByKind: Record<ResourceKind, readonly string[]> = {
  "cluster-endpoint": ["listClusters"],
  "node-pool-primary-vnic": ["listNodePools", "getNodePool"],
  "node-pool-secondary-vnics": ["listNodePools", "getNodePool"],
  "load-balancer": ["listLoadBalancers"],
  "network-load-balancer": ["listNetworkLoadBalancers"],
  "mount-target": ["listMountTargets"],
  vcn: ["listVcns"],
};

const isReadOf = (entry: CoverageEntry, { kind, region, compartmentId, ocid }: ProtectedResource): boolean =>
  entry.outcome === "read" &&
  entry.region === region &&
  entry.compartmentId === compartmentId &&
  operationsByKind[kind].includes(entry.operation) &&
  (entry.operation !== "getNodePool" || entry.target === ocid);

/** Whether a read of single resource is newer than what the pass behind an inventory read of it. */
function isNewer({ resource, readAt }: SeenResource, { coverage }: Inventory): boolean {
  const times = coverage.filter((entry) => isReadOf(entry, resource)).map((entry) => entry.readAt);
  return times.every((time) => time <= readAt);
}

/**
 * Takes an inventory and single resources that were read after a write; gives the inventory with each of them in its
 * place, unless the pass read it later still. Those that have become older than the pass are no longer needed.
 */
export function withFreshResources(
  inventory: Inventory,
  fresh: readonly SeenResource[],
): { readonly inventory: Inventory; readonly stillNeeded: readonly SeenResource[] } {
  const stillNeeded = fresh.filter((read) => isNewer(read, inventory));
  if (stillNeeded.length === 0) return { inventory, stillNeeded };
  const byId = new Map(stillNeeded.map(({ resource }) => [resource.id, resource]));
  const resources = inventory.resources.map((resource) => byId.get(resource.id) ?? resource);
  return { inventory: { ...inventory, resources }, stillNeeded };
}
