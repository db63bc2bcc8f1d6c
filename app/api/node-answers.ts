import { detailAnswer } from "@/app/api/inventory-answers";
import type { Inventory } from "@/lib/inventory/inventory";
import { currentNodeReadings } from "@/lib/inventory/nodes/current-node-readings";
import type { NodesOf } from "@/lib/inventory/nodes/node-readings";
import type { OciContext } from "@/lib/oci/clients";
import { log } from "@/lib/server/log";

/** Starts to read nodes, unless that is under way. Throws 404 and 503 as `detailAnswer` does. */
export async function startReadingNodes(ociContext: OciContext, nodes: NodesOf): Promise<void> {
  const inventory = await detailAnswer(ociContext, (candidate) => (isKnown(candidate, nodes) ? candidate : null));
  currentNodeReadings()
    .start(ociContext, inventory, nodes)
    ?.catch((thrown: unknown) => log().error({ err: thrown }, "nodes could not be read"));
}

const isKnown = (inventory: Inventory, nodes: NodesOf): boolean =>
  "nodePoolId" in nodes
    ? inventory.nodePools.some(({ id }) => id === nodes.nodePoolId)
    : inventory.clusters.some(({ id }) => id === nodes.clusterId);
