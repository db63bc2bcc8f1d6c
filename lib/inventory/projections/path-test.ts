import type { PathTestAnswer } from "@/lib/contract/path-test";
import type { Inventory } from "@/lib/inventory/inventory";
import { indexOf } from "@/lib/inventory/projections/inventory-index";
import { type PathTestEnd, pathTestCommand } from "@/lib/oke/path-analysis";
import type { PathProtocol } from "@/lib/oke/path-protocol";

type Connection = { readonly protocol: PathProtocol; readonly port?: number | undefined };

/** An end by the id of its resource, or as it was written. */
function endOf(inventory: Inventory, text: string): PathTestEnd {
  const index = indexOf(inventory);
  const resource = index.resources.get(text);
  if (resource === undefined) return { resource: null, text };
  return {
    resource,
    facts: {
      cluster: index.clusters.get(resource.ocid) ?? null,
      nodePool: index.nodePools.get(resource.ocid) ?? null,
      mountTarget: inventory.mountTargets.find((each) => each.id === resource.ocid) ?? null,
    },
  };
}

/** The command between two ends, each the id of a resource or an address; `null` when neither is a resource. */
export function pathTestBetween(
  inventory: Inventory,
  [from, to]: readonly [string, string],
  { protocol, port }: Connection,
): PathTestAnswer | null {
  const [source, destination] = [endOf(inventory, from), endOf(inventory, to)];
  if (source.resource === null && destination.resource === null) return null;
  return pathTestCommand({ source, destination, protocol, port: port ?? null });
}

/** Answers `GET /api/resources/{id}/path-test`; `null` when the inventory lacks one of the two. */
export function pathTest(
  inventory: Inventory,
  sourceId: string,
  { destinationId, ...connection }: Connection & { readonly destinationId: string },
): PathTestAnswer | null {
  const { resources } = indexOf(inventory);
  if (!resources.has(sourceId) || !resources.has(destinationId)) return null;
  return pathTestBetween(inventory, [sourceId, destinationId], connection);
}
