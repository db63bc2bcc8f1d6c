import "server-only";
import { currentInventories } from "@/lib/inventory/current-inventories";
import type { Inventory } from "@/lib/inventory/inventory";
import type { OciContext } from "@/lib/oci/clients";

/** How long an edit waits for the first reading of the tenancy to reach its resource. */
const patienceMs = 20_000;

/** Until a first pass is done, the resource and the definitions may not have been read yet. */
const isFitFor = (inventory: Inventory, resourceId: string): boolean =>
  inventory.finishedAt !== null ||
  (inventory.catalog.isNamespaceListComplete &&
    inventory.catalog.gaps.length === 0 &&
    inventory.resources.some(({ id }) => id === resourceId));

/**
 * The inventory that an edit of this resource is judged with; `null` when nothing of the tenancy could be read. Right
 * after the start of the console it waits until the resource and all definitions have been read.
 */
export async function inventoryForEdit(ociContext: OciContext, resourceId: string): Promise<Inventory | null> {
  const { inventory } = await currentInventories().viewWhen(
    ociContext,
    (candidate) => isFitFor(candidate, resourceId),
    patienceMs,
  );
  return inventory;
}
