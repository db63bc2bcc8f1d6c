import type { PathTestAnswer } from "@/lib/contract/path-test";
import type { Inventory } from "@/lib/inventory/inventory";
import { indexOf } from "@/lib/inventory/projections/inventory-index";
import { type PathAddresses, type PathTestEnd, pathTestCommand } from "@/lib/oke/path-analysis";
import type { PathProtocol } from "@/lib/oke/path-protocol";

type Connection = { readonly protocol: PathProtocol; readonly port?: number | undefined };

/** Source and destination, each the id of a resource or an address. */
export type PathEnds = readonly [source: string, destination: string];

/** What was read of addresses that no list has, by the id of the resource that has them. */
export type AddressesOfPath = (resourceId: string) => PathAddresses;

/** An end by the id of its resource, or as it was written. */
function endOf(inventory: Inventory, addressesOf: AddressesOfPath, text: string): PathTestEnd {
  const index = indexOf(inventory);
  const resource = index.resources.get(text);
  if (resource === undefined) return { resource: null, text };
  return {
    resource,
    facts: {
      cluster: index.clusters.get(resource.ocid) ?? null,
      nodePool: index.nodePools.get(resource.ocid) ?? null,
      mountTarget: inventory.mountTargets.find((each) => each.id === resource.ocid) ?? null,
      ...addressesOf(resource.id),
    },
  };
}

/** Answers `GET /api/resources/{id}/path-test`: the command between two ends, or why there is none. */
export function pathTest(
  inventory: Inventory,
  [from, to]: PathEnds,
  { protocol, port }: Connection,
  addressesOf: AddressesOfPath,
): PathTestAnswer {
  const [source, destination] = [endOf(inventory, addressesOf, from), endOf(inventory, addressesOf, to)];
  return pathTestCommand({ source, destination, protocol, port: port ?? null });
}

/** The inventory, if it has both. */
export function inventoryWith(inventory: Inventory, ids: PathEnds): Inventory | null {
  const { resources } = indexOf(inventory);
  return ids.every((id) => resources.has(id)) ? inventory : null;
}
