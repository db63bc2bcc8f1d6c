import type { NodePoolListItem } from "@/lib/contract/clusters";
import type { Inventory } from "@/lib/inventory/inventory";
import { indexOf } from "@/lib/inventory/projections/inventory-index";
import { verdictsOf } from "@/lib/inventory/projections/resource-attributes";
import { isLegacyNodePool } from "@/lib/oke/eligibility";
import type { Node } from "@/lib/oke/node-pool";

/** The nodes that exist: OKE lists deleted ones for a while. `null` when the node list could not be read. */
export const presentNodes = (nodePool: Inventory["nodePools"][number]): readonly Node[] | null =>
  nodePool.nodes?.filter(({ lifecycleState }) => lifecycleState !== "DELETED") ?? null;

/** A node pool with its two surfaces; `null` when the inventory has no surfaces for it, which would be a bug. */
export function nodePoolRow(
  inventory: Inventory,
  nodePool: Inventory["nodePools"][number],
): Omit<NodePoolListItem, "findings"> | null {
  const { resources } = indexOf(inventory);
  const primary = resources.get(`${nodePool.id}:primary-vnic`);
  const secondary = resources.get(`${nodePool.id}:secondary-vnics`);
  if (!primary || !secondary) return null;
  return {
    id: nodePool.id,
    name: nodePool.name ?? nodePool.id,
    kubernetesVersion: nodePool.kubernetesVersion,
    nodeShape: nodePool.nodeShape,
    // A single read after a write is newer than the list.
    lifecycleState: primary.lifecycleState,
    isLegacy: isLegacyNodePool(nodePool),
    nodeCount: presentNodes(nodePool)?.length ?? null,
    size: nodePool.nodeConfigDetails?.size ?? null,
    primary,
    secondary,
    secondaryVnicCount: nodePool.secondaryVnics.length,
    verdicts: verdictsOf([primary, secondary]),
  };
}
