import type { Inventory } from "@/lib/inventory/inventory";
import type { PodAddress } from "@/lib/oke/match-index";
import type { ProtectedResource } from "@/lib/oke/protected-resource";
import { protectedResourcesFrom } from "@/lib/oke/protected-resources";

/** Takes addresses of pods, gives the load balancers that stand under another cluster with them, or for another reason. */
export function changedMatches(
  inventory: Inventory,
  podAddresses: readonly PodAddress[],
): readonly ProtectedResource[] {
  const known = new Map(inventory.resources.map((resource) => [resource.id, resource]));
  const derived = protectedResourcesFrom({ ...inventory, podAddresses, mountTargets: [], vcns: [] });
  return derived
    .filter(({ kind }) => kind === "load-balancer" || kind === "network-load-balancer")
    .flatMap(({ id, cluster }) => {
      const resource = known.get(id);
      const isSame = resource === undefined || JSON.stringify(resource.cluster) === JSON.stringify(cluster);
      return isSame ? [] : [{ ...resource, cluster }];
    });
}
