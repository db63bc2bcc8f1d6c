import type { NodePoolDetail } from "@/lib/contract/node-pools";
import { isCatalogScope } from "@/lib/inventory/catalog-from";
import type { CoverageEntry, Inventory } from "@/lib/inventory/inventory";
import { completenessOf, isGround } from "@/lib/inventory/projections/completeness";
import { indexOf } from "@/lib/inventory/projections/inventory-index";
import { nodePoolRow, presentNodes } from "@/lib/inventory/projections/node-pool-row";
import { clusterEligibility } from "@/lib/oke/eligibility";

const isReadOf =
  (nodePool: Inventory["nodePools"][number]) =>
  ({ operation, region, compartmentId, target }: CoverageEntry): boolean =>
    region === nodePool.region &&
    (target === nodePool.id || (operation === "listNodePools" && compartmentId === nodePool.compartmentId));

/** The cluster of a pool may be in any compartment of the region. */
const concernsOf = (nodePool: Inventory["nodePools"][number], hasCluster: boolean) => {
  const isRead = isReadOf(nodePool);
  return (entry: CoverageEntry): boolean =>
    isCatalogScope(entry) ||
    isRead(entry) ||
    (!hasCluster && (isGround(entry) || (entry.operation === "listClusters" && entry.region === nodePool.region)));
};

/** Answers `GET /api/node-pools/{id}`; `null` when the inventory has no such node pool. */
export function nodePoolDetail(inventory: Inventory, nodePoolId: string): NodePoolDetail | null {
  const index = indexOf(inventory);
  const nodePool = index.nodePools.get(nodePoolId);
  const row = nodePool && nodePoolRow(inventory, nodePool);
  if (!nodePool || !row) return null;
  const cluster = index.clusters.get(nodePool.clusterId ?? "");
  const { region, compartmentId } = row.primary;
  const nodes = presentNodes(nodePool);
  return {
    nodePool: { ...row, region, compartmentId, compartmentName: index.compartmentName(compartmentId) },
    cluster: cluster
      ? { id: cluster.id, name: cluster.name ?? cluster.id, eligibility: clusterEligibility(cluster) }
      : null,
    nodes:
      nodes?.map(({ id, name, lifecycleState, kubernetesVersion, privateIp, availabilityDomain, faultDomain }) => ({
        id,
        name: name ?? id ?? "node",
        lifecycleState,
        kubernetesVersion,
        privateIp,
        availabilityDomain,
        faultDomain,
      })) ?? null,
    revision: inventory.revision,
    readAt: inventory.coverage.findLast(isReadOf(nodePool))?.readAt ?? inventory.startedAt,
    completeness: completenessOf(inventory, concernsOf(nodePool, cluster !== undefined)),
  };
}
