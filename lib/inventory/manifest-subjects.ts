import type { Inventory } from "@/lib/inventory/inventory";
import { clusterIdOf } from "@/lib/inventory/projections/inventory-index";
import type { ManifestSubject } from "@/lib/oke/declared-setting";
import type { ProtectedResource } from "@/lib/oke/protected-resource";

/** A resource that a manifest of the cluster may own. */
export type SubjectOfCluster = {
  readonly resource: ProtectedResource;
  readonly subject: ManifestSubject;
  /** Whether OCI alone ties it to the cluster. Of others only what was found counts: they may be another cluster's. */
  readonly isOfCluster: boolean;
};

const kinds: readonly string[] = ["load-balancer", "network-load-balancer", "mount-target"];

function fileSystemIdsByMountTarget({ fileSystems }: Inventory): ReadonlyMap<string, readonly string[]> {
  const ids = new Map<string, string[]>();
  for (const { id, freeformTags } of fileSystems) {
    const mountTargetId = freeformTags.find(({ key }) => key === "mountTargetOCID")?.value;
    if (mountTargetId !== undefined) ids.set(mountTargetId, [...(ids.get(mountTargetId) ?? []), id]);
  }
  return ids;
}

/**
 * The load balancers and mount targets of the cluster's region, with what ties them to objects of Kubernetes.
 * @param hosts what was read of the addresses of mount targets, by their OCIDs: their lists have none
 */
export function manifestSubjects(
  inventory: Inventory,
  { id: clusterId, region, vcnId }: Pick<Inventory["clusters"][number], "id" | "region" | "vcnId">,
  hosts: ReadonlyMap<string, readonly string[]> = new Map(),
): readonly SubjectOfCluster[] {
  const balancers = [...inventory.loadBalancers, ...inventory.networkLoadBalancers];
  const addresses = new Map([
    ...balancers.map(({ id, ipAddresses }) => [id, ipAddresses.map(({ ipAddress }) => ipAddress)] as const),
    ...hosts,
  ]);
  const fileSystemIds = fileSystemIdsByMountTarget(inventory);
  return inventory.resources
    .filter((resource) => kinds.includes(resource.kind) && resource.region === region)
    .map((resource) => {
      const isOfCluster = clusterIdOf(resource) === clusterId;
      const isAddressTelling = isOfCluster || (vcnId !== null && resource.vcnId === vcnId);
      return {
        resource,
        subject: {
          resource,
          addresses: isAddressTelling ? (addresses.get(resource.ocid) ?? []) : [],
          fileSystemIds: fileSystemIds.get(resource.ocid) ?? [],
        },
        isOfCluster,
      };
    });
}
