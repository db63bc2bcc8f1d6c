import type { Inventory } from "@/lib/inventory/inventory";
import type { PoolReading } from "@/lib/inventory/nodes/nodes-reading";
import { indexOf } from "@/lib/inventory/projections/inventory-index";
import { poolTruths } from "@/lib/inventory/projections/node-pool-nodes";
import type { VnicTruth } from "@/lib/oke/node-truth";
import type { LaunchedNode } from "@/lib/oke/readiness/readiness-input";

/** Only a set as the pool gives it: another one was set on the VNIC by somebody. */
const isGiven = ({ state, carried }: VnicTruth): boolean => state === "in-step" && (carried?.length ?? 0) > 0;

/**
 * A node of the cluster that runs with the attributes of its pool on a VNIC for pods, by what has been read of the
 * nodes; `null` where there is none, or nobody has asked.
 */
export function launchedNode(
  inventory: Inventory,
  clusterId: string,
  readingOf: (nodePoolId: string) => PoolReading | null,
): LaunchedNode | null {
  for (const { id, name } of indexOf(inventory).nodePoolsOfCluster.get(clusterId) ?? []) {
    const reading = readingOf(id);
    const truths = reading === null ? null : poolTruths(inventory, reading);
    const found = truths?.truths.find(
      ({ node, secondary }) => node.lifecycleState === "ACTIVE" && secondary.some(isGiven),
    );
    if (reading !== null && found !== undefined) {
      return { nodeName: found.node.name ?? found.node.id ?? "A node", poolName: name ?? id, readAt: reading.readAt };
    }
  }
  return null;
}
