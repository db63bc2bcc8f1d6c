import type { ClusterListItem } from "@/lib/contract/clusters";
import type { Inventory } from "@/lib/inventory/inventory";
import { readinessFromPass } from "@/lib/inventory/projections/cluster-readiness";
import { indexOf } from "@/lib/inventory/projections/inventory-index";
import { isProtected, verdictsOf } from "@/lib/inventory/projections/resource-attributes";
import { clusterEligibility } from "@/lib/oke/eligibility";

type Cluster = Inventory["clusters"][number];

const endpointOf = ({ endpointConfig }: Cluster): ClusterListItem["endpoint"] => {
  if (endpointConfig === null) return "not-vcn-native";
  return endpointConfig.isPublicIpEnabled === true ? "public" : "private";
};

function clusterRow(inventory: Inventory, cluster: Cluster): ClusterListItem {
  const index = indexOf(inventory);
  const resources = index.resourcesOfCluster.get(cluster.id) ?? [];
  const endpoint = index.resources.get(cluster.id);
  return {
    id: cluster.id,
    name: cluster.name ?? cluster.id,
    region: cluster.region,
    compartmentId: cluster.compartmentId,
    compartmentName: index.compartmentName(cluster.compartmentId),
    kubernetesVersion: cluster.kubernetesVersion,
    type: cluster.type,
    // A single read after a write is newer than the list.
    lifecycleState: endpoint?.lifecycleState ?? cluster.lifecycleState,
    endpoint: endpointOf(cluster),
    cniType: cluster.clusterPodNetworkOptions[0]?.cniType ?? null,
    eligibility: clusterEligibility(cluster),
    readiness: readinessFromPass(inventory, cluster),
    endpointSecurityAttributes: endpoint?.securityAttributes ?? [],
    nodePoolCount: index.nodePoolsOfCluster.get(cluster.id)?.length ?? 0,
    virtualNodePoolCount: index.virtualNodePoolsOfCluster.get(cluster.id)?.length ?? 0,
    protectedResourceCount: resources.filter(isProtected).length,
    resourceCount: resources.length,
    verdicts: verdictsOf(resources),
    timeCreated: cluster.metadata?.timeCreated ?? null,
  };
}

const rows = new WeakMap<Inventory, readonly ClusterListItem[]>();

/** Every cluster of an inventory as a row; made once for each inventory. */
export function clusterRows(inventory: Inventory): readonly ClusterListItem[] {
  const known = rows.get(inventory) ?? inventory.clusters.map((cluster) => clusterRow(inventory, cluster));
  rows.set(inventory, known);
  return known;
}
