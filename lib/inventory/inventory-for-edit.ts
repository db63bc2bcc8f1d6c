import "server-only";
import { currentInventories } from "@/lib/inventory/current-inventories";
import type { Inventory } from "@/lib/inventory/inventory";
import type { OciContext } from "@/lib/oci/clients";

/** How long an edit waits for the first reading of the tenancy to reach its resource. */
const patienceMs = 20_000;

/** Until a first pass is done, a resource that is not there may only not have been read yet. */
const isKnown = (inventory: Inventory, resourceId: string): boolean =>
  inventory.finishedAt !== null || inventory.resources.some(({ id }) => id === resourceId);

/** As little may be said of definitions. */
const isFitFor = (inventory: Inventory, resourceId: string): boolean =>
  isKnown(inventory, resourceId) &&
  (inventory.finishedAt !== null || (inventory.catalog.isNamespaceListComplete && inventory.catalog.gaps.length === 0));

/**
 * The inventory that an edit of this resource is judged with. Right after the start of the console it waits until the
 * resource and all definitions have been read, though not for ever; `null` when the resource has not come up by then, or
 * nothing of the tenancy could be read.
 */
export async function inventoryForEdit(ociContext: OciContext, resourceId: string): Promise<Inventory | null> {
  const { inventory } = await currentInventories().viewWhen(
    ociContext,
    (candidate) => isFitFor(candidate, resourceId),
    patienceMs,
  );
  return inventory !== null && isKnown(inventory, resourceId) ? inventory : null;
}
