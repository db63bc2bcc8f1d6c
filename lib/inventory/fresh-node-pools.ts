import type { InRegion, Inventory } from "@/lib/inventory/inventory";
import type { NodePool } from "@/lib/oke/node-pool";
import type { ProtectedResource } from "@/lib/oke/protected-resource";
import { protectedResourcesFrom } from "@/lib/oke/protected-resources";
import { isSameSecurityAttributes } from "@/lib/zpr/security-attributes";

const isSame = (a: ProtectedResource, b: ProtectedResource): boolean =>
  a.lifecycleState === b.lifecycleState &&
  (a.differingVnics === null) === (b.differingVnics === null) &&
  isSameSecurityAttributes(a.securityAttributes, b.securityAttributes);

/** Takes node pools that were read singly, gives those of their surfaces that are no longer as the inventory has them. */
export function changedPoolSurfaces(
  inventory: Inventory,
  pools: readonly InRegion<NodePool>[],
): readonly ProtectedResource[] {
  const known = new Map(inventory.resources.map((resource) => [resource.id, resource]));
  const read = new Map(pools.map((pool) => [pool.id, pool]));
  const resources = protectedResourcesFrom({
    ...inventory,
    nodePools: inventory.nodePools.map((pool) => read.get(pool.id) ?? pool),
    // Surfaces of pools do not depend on what is matched to clusters.
    loadBalancers: [],
    networkLoadBalancers: [],
    mountTargets: [],
    vcns: [],
  });
  return resources.filter((resource) => {
    const before = known.get(resource.id);
    return read.has(resource.ocid) && before !== undefined && !isSame(before, resource);
  });
}
