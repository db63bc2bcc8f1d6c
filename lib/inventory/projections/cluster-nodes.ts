import type { ClusterNodes, UnpooledNodeItem } from "@/lib/contract/nodes";
import type { Inventory } from "@/lib/inventory/inventory";
import type { ReadingView } from "@/lib/inventory/nodes/node-readings";
import type { PoolReading, UnpooledNode, UnpooledReading } from "@/lib/inventory/nodes/nodes-reading";
import { indexOf } from "@/lib/inventory/projections/inventory-index";
import { poolTruths, readingOf } from "@/lib/inventory/projections/node-pool-nodes";
import { unpooledNodeReasons } from "@/lib/oke/unpooled-node";

const unpooledItem = (inventory: Inventory, { kind, instance, vnics }: UnpooledNode): UnpooledNodeItem => ({
  id: instance.id,
  name: instance.displayName ?? instance.id,
  kind,
  reason: unpooledNodeReasons[kind],
  lifecycleState: instance.lifecycleState,
  shape: instance.shape,
  compartmentName: indexOf(inventory).compartmentName(instance.compartmentId),
  instanceSecurityAttributes: instance.securityAttributes,
  vnics:
    vnics?.map(({ vnicId, vnic }) => ({
      vnicId,
      name: vnic?.displayName ?? vnicId,
      isPrimary: vnic?.isPrimary === true,
      carried: vnic?.securityAttributes ?? null,
    })) ?? null,
});

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
    unpooled: unpooled.reading?.nodes.map((node) => unpooledItem(inventory, node)) ?? null,
  };
}
