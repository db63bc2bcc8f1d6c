import "server-only";
import { currentInventories } from "@/lib/inventory/current-inventories";
import { currentNodeReadings } from "@/lib/inventory/nodes/current-node-readings";
import { poolTruths } from "@/lib/inventory/projections/node-pool-nodes";
import type { OciContext } from "@/lib/oci/clients";
import type { NodeCounts } from "@/lib/oke/node-counts";

/** Reads the VNICs of a pool's nodes as they are now, and counts; `null` when they could not be read. */
export async function readCounts(ociContext: OciContext, nodePoolId: string): Promise<NodeCounts | null> {
  const startedAt = new Date().toISOString();
  const readings = currentNodeReadings();
  const latest = () => currentInventories().view(ociContext).inventory;
  const inventory = latest();
  if (inventory === null) return null;
  const reading = () => readings.pool(ociContext.principal, nodePoolId).reading;
  await readings.start(ociContext, inventory, { nodePoolId });
  // A reading that was under way may have begun before the last node came.
  if ((reading()?.readAt ?? "") < startedAt) await readings.start(ociContext, inventory, { nodePoolId });
  const now = reading();
  return now === null ? null : (poolTruths(latest() ?? inventory, now)?.counts ?? null);
}
