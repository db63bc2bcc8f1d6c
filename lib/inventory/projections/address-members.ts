import type { Inventory } from "@/lib/inventory/inventory";
import { indexOf } from "@/lib/inventory/projections/inventory-index";
import type { ProtectedResource } from "@/lib/oke/protected-resource";
import { reachWorldFrom } from "@/lib/oke/reach-world";
import { type AddressRange, addressRangeFrom, areOverlapping, isRangeWithin } from "@/lib/zpr/reach/address-range";
import type { EndpointAddresses } from "@/lib/zpr/reach/reach-world";

/** Where one resource can be reached: at these addresses, or somewhere in these blocks. */
type Placed = {
  readonly resource: ProtectedResource;
  readonly isExact: boolean;
  readonly ranges: readonly AddressRange[];
};

const made = new WeakMap<Inventory, readonly Placed[]>();

const textsOf = (addresses: EndpointAddresses): readonly string[] =>
  addresses.kind === "known" ? addresses.addresses : addresses.kind === "within" ? addresses.blocks : [];

function placedOf(inventory: Inventory): readonly Placed[] {
  const known = made.get(inventory);
  if (known) return known;
  const { resources, nodePools } = indexOf(inventory);
  /** A pool without nodes has no address, whatever its subnets. */
  const hasNone = ({ ocid }: ProtectedResource) => nodePools.get(ocid)?.nodes?.length === 0;
  const placed = reachWorldFrom({ ...inventory, areResourcesComplete: true }, null).endpoints.flatMap((endpoint) => {
    const resource = resources.get(endpoint.id);
    const ranges = textsOf(endpoint.addresses).flatMap((text) => addressRangeFrom(text) ?? []);
    return resource === undefined || hasNone(resource)
      ? []
      : [{ resource, isExact: endpoint.addresses.kind === "known", ranges }];
  });
  made.set(inventory, placed);
  return placed;
}

/** Whether an address of it lies in the block; `null` when one may. */
function isIn({ isExact, ranges }: Placed, block: AddressRange): boolean | null {
  if (isExact) return ranges.some((each) => isRangeWithin(each, block));
  if (ranges.length === 0) return null;
  if (ranges.every((each) => isRangeWithin(each, block))) return true;
  return ranges.some((each) => areOverlapping(each, block)) ? null : false;
}

type AddressMembers = {
  readonly members: readonly ProtectedResource[];
  readonly perhaps: readonly ProtectedResource[];
};

/** The resources with an address in a block, given as text, and those that may have one there. */
export function addressMembers(inventory: Inventory, text: string): AddressMembers {
  const block = addressRangeFrom(text);
  if (block === null) return { members: [], perhaps: [] };
  const judged = placedOf(inventory).map((placed) => ({ resource: placed.resource, isIn: isIn(placed, block) }));
  const those = (wanted: boolean | null) => judged.flatMap((each) => (each.isIn === wanted ? [each.resource] : []));
  return { members: those(true), perhaps: those(null) };
}
