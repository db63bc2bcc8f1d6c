import type { ClusterNodes, UnpooledNodeItem } from "@/lib/contract/nodes";
import type { Inventory } from "@/lib/inventory/inventory";
import type { ReadingView } from "@/lib/inventory/nodes/node-readings";
import type { PoolReading, UnpooledNode, UnpooledReading } from "@/lib/inventory/nodes/nodes-reading";
import { indexOf } from "@/lib/inventory/projections/inventory-index";
import { poolTruths, readingOf } from "@/lib/inventory/projections/node-pool-nodes";
import { unpooledNodeReasons } from "@/lib/oke/unpooled-node";

const unpooledItem = (
  inventory: Inventory,
  { kind, evidence, instanceId, instance, node, vnics }: UnpooledNode,
  { nodeList }: UnpooledReading,
): UnpooledNodeItem => ({
  id: instanceId,
  name: instance?.displayName ?? node?.name ?? instanceId,
  kind,
  reason: unpooledNodeReasons[kind],
  evidence,
  isInNodeList: nodeList.state === "read" && nodeList.isComplete ? node !== null : null,
  lifecycleState: instance?.lifecycleState ?? null,
  shape: instance?.shape ?? null,
  compartmentName: instance === null ? null : indexOf(inventory).compartmentName(instance.compartmentId),
  instanceSecurityAttributes: instance?.securityAttributes ?? null,
  vnics:
    vnics?.map(({ vnicId, vnic }) => ({
      vnicId,
      name: vnic?.displayName ?? vnicId,
      isPrimary: vnic?.isPrimary === true,
      carried: vnic?.securityAttributes ?? null,
    })) ?? null,
});

const unpooledNodes = (inventory: Inventory, reading: UnpooledReading | null) =>
  reading === null ? null : reading.nodes.map((node) => unpooledItem(inventory, node, reading));

/** What has been read of a cluster's nodes: each pool's last reading, and that of its nodes in no pool. */
export type ClusterReadings = {
  readonly pool: (nodePoolId: string) => ReadingView<PoolReading>;
  readonly unpooled: ReadingView<UnpooledReading>;
};

/** Answers `GET /api/clusters/{id}/nodes`; `null` when the inventory has no such cluster. */
export function clusterNodes(
  inventory: Inventory,
  clusterId: string,
  { pool: readingOfPool, unpooled }: ClusterReadings,
): ClusterNodes | null {
  const index = indexOf(inventory);
  if (!index.clusters.has(clusterId)) return null;
  const pools = (index.nodePoolsOfCluster.get(clusterId) ?? []).flatMap(({ id }) => {
    const { reading } = readingOfPool(id);
    return reading === null ? [] : [{ nodePoolId: id, reading }];
  });
  const readings = [...pools.map(({ reading }) => reading), ...(unpooled.reading === null ? [] : [unpooled.reading])];
  return {
    reading: readingOf(inventory, readings, unpooled.progress),
    pools: pools.map(({ nodePoolId, reading }) => ({
      nodePoolId,
      readAt: reading.readAt,
      counts: poolTruths(inventory, reading)?.counts ?? null,
    })),
    unpooled: unpooledNodes(inventory, unpooled.reading),
    nodeList: unpooled.reading?.nodeList ?? null,
  };
}
