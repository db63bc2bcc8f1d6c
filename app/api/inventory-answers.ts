import type { Found } from "@/lib/contract/found";
import { currentInventories } from "@/lib/inventory/current-inventories";
import type { InventoryView } from "@/lib/inventory/inventories";
import type { Inventory } from "@/lib/inventory/inventory";
import type { OciContext } from "@/lib/oci/clients";
import { inventoryUnread, invalidParameter, notFound, Problem } from "@/lib/server/problem";

/** How long a detail page waits for a first pass to come upon what it shows. */
const patienceMs = 10_000;

/** Throws the reason why nothing of the tenancy could be read, when that is how it is. */
function throwIfUnreadable({ inventory, problem }: InventoryView): void {
  if (inventory !== null || problem === null) return;
  const { code, message, opcRequestId } = problem;
  throw new Problem(503, { code, message, ...(opcRequestId !== null && { opcRequestId }) });
}

/**
 * One page of a list: at once, from what has been read so far, `empty` while there is nothing. Throws 400 when `list`
 * refuses the page token, 503 when the tenancy cannot be read.
 */
export function listAnswer<T>(ociContext: OciContext, list: (inventory: Inventory) => T | null, empty: T): T {
  const view = currentInventories().view(ociContext);
  throwIfUnreadable(view);
  if (view.inventory === null) return empty;
  const answer = list(view.inventory);
  if (answer === null) throw invalidParameter("The page token is not one of this list with these filters.", "page");
  return answer;
}

/**
 * What `find` finds in the inventory; while a first pass is under way it is waited for. Throws 404 in Oracle's words
 * when the tenancy was read and it is not there, 503 when that cannot be said yet.
 */
export async function detailAnswer<T>(ociContext: OciContext, find: (inventory: Inventory) => T | null): Promise<T> {
  const view = await currentInventories().viewWhen(ociContext, (inventory) => find(inventory) !== null, patienceMs);
  throwIfUnreadable(view);
  const found = view.inventory && find(view.inventory);
  if (found !== null) return found;
  if (view.inventory?.finishedAt == null) throw inventoryUnread();
  throw notFound("Authorization failed or requested resource not found.");
}

/**
 * Where something is, as far as the tenancy was read. A first pass is waited for: until its end nobody can say that a
 * thing is not there. Throws 503 when the tenancy cannot be read.
 */
export async function foundAnswer(ociContext: OciContext, find: (inventory: Inventory) => Found): Promise<Found> {
  const isLast = (inventory: Inventory) => inventory.finishedAt !== null || find(inventory).state === "found";
  const view = await currentInventories().viewWhen(ociContext, isLast, patienceMs);
  throwIfUnreadable(view);
  return view.inventory === null ? { state: "reading" } : find(view.inventory);
}
