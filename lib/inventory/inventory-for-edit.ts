import "server-only";
import { currentInventories } from "@/lib/inventory/current-inventories";
import type { Inventory } from "@/lib/inventory/inventory";
import type { OciContext } from "@/lib/oci/clients";

/** How long an edit waits for the first reading of the tenancy to reach its resource. */
const patienceMs = 20_000;

/** Until a first pass is done, a resource that is not there may only not have been read yet. */
const areKnown = (inventory: Inventory, resourceIds: readonly string[]): boolean => {
  if (inventory.finishedAt !== null) return true;
  const known = new Set(inventory.resources.map(({ id }) => id));
  return resourceIds.every((id) => known.has(id));
};

/** As little may be said of definitions. */
const isFitFor = (inventory: Inventory, resourceIds: readonly string[]): boolean =>
  areKnown(inventory, resourceIds) &&
  (inventory.finishedAt !== null || (inventory.catalog.isNamespaceListComplete && inventory.catalog.gaps.length === 0));

/**
 * The inventory that an edit of these resources is judged with. Right after the start of the console it waits until they
 * and all definitions have been read, though not for ever; `null` when one of them has not come up by then, or nothing of
 * the tenancy could be read.
 */
export async function inventoryForEdit(
  ociContext: OciContext,
  ...resourceIds: readonly string[]
): Promise<Inventory | null> {
  const { inventory } = await currentInventories().viewWhen(
    ociContext,
    (candidate) => isFitFor(candidate, resourceIds),
    patienceMs,
  );
  return inventory !== null && areKnown(inventory, resourceIds) ? inventory : null;
}
