import type { ClusterDetail } from "@/lib/contract/clusters";
import type { Inventory } from "@/lib/inventory/inventory";
import { clusterCompleteness } from "@/lib/inventory/projections/cluster-completeness";
import { clusterRows } from "@/lib/inventory/projections/cluster-rows";
import type { Findings } from "@/lib/inventory/projections/findings";
import { indexOf } from "@/lib/inventory/projections/inventory-index";
import { nodePoolRow } from "@/lib/inventory/projections/node-pool-row";
import { virtualNodePoolReason } from "@/lib/oke/eligibility";
import { sumOfFindings } from "@/lib/oke/findings/finding";
import type { ProtectedResource } from "@/lib/oke/protected-resource";

const sureness = ["certain", "strong", "possible"];

const surenessOf = ({ cluster }: ProtectedResource): number =>
  cluster.type === "matched" ? sureness.indexOf(cluster.confidence) : sureness.length;

const readAtOf = ({ coverage, startedAt }: Inventory, { region, compartmentId }: Inventory["clusters"][number]) =>
  coverage.find(
    (entry) => entry.operation === "listClusters" && entry.region === region && entry.compartmentId === compartmentId,
  )?.readAt ?? startedAt;

/** Answers `GET /api/clusters/{id}`; `null` when the inventory has no such cluster. */
export function clusterDetail(inventory: Inventory, findings: Findings, clusterId: string): ClusterDetail | null {
  const index = indexOf(inventory);
  const cluster = index.clusters.get(clusterId);
  const row = clusterRows(inventory).find(({ id }) => id === clusterId);
  const endpoint = index.resources.get(clusterId);
  if (!cluster || !row || !endpoint) return null;
  const vcn = index.vcns.get(cluster.vcnId ?? "");
  const nodePools = index.nodePoolsOfCluster.get(clusterId) ?? [];
  const virtualNodePools = index.virtualNodePoolsOfCluster.get(clusterId) ?? [];
  const services = (index.resourcesOfCluster.get(clusterId) ?? []).filter(
    ({ cluster: { type } }) => type === "matched",
  );
  return {
    cluster: {
      ...row,
      vcnId: cluster.vcnId,
      vcnName: vcn?.displayName ?? null,
      vcnSecurityAttributes: vcn ? (index.resources.get(vcn.id)?.securityAttributes ?? null) : null,
      privateEndpoint: cluster.endpoints?.privateEndpoint ?? null,
      publicEndpoint: cluster.endpoints?.publicEndpoint ?? cluster.endpoints?.kubernetes ?? null,
    },
    endpoint,
    nodePools: nodePools.flatMap((nodePool) => {
      const pool = nodePoolRow(inventory, nodePool);
      if (pool === null) return [];
      const { primary, secondary } = pool;
      return [{ ...pool, findings: sumOfFindings([primary, secondary].map(({ id }) => findings.ofResource(id))) }];
    }),
    virtualNodePools: virtualNodePools.map(({ id, displayName, kubernetesVersion, lifecycleState }) => ({
      id,
      name: displayName ?? id,
      kubernetesVersion,
      lifecycleState,
      reason: virtualNodePoolReason,
    })),
    services: services.toSorted((a, b) => surenessOf(a) - surenessOf(b)),
    revision: inventory.revision,
    readAt: readAtOf(inventory, cluster),
    completeness: clusterCompleteness(inventory, cluster),
  };
}
