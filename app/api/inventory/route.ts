import { findingCountsNow } from "@/app/api/findings-now";
import type { InventoryStatus } from "@/lib/contract/inventory";
import { currentInventories } from "@/lib/inventory/current-inventories";
import { inventoryStatus } from "@/lib/inventory/projections/inventory-status";
import { handle } from "@/lib/server/handle";

export const GET = handle({}, ({ session }) => {
  const view = currentInventories().view(session.ociContext);
  return Response.json(
    inventoryStatus(view, session.principal, findingCountsNow(session.ociContext, view)) satisfies InventoryStatus,
  );
});

/** Reads the tenancy anew; what was read before stays until that is done. */
export const POST = handle({}, ({ session }) => {
  currentInventories().refresh(session.ociContext);
  const view = currentInventories().view(session.ociContext);
  return Response.json(
    inventoryStatus(view, session.principal, findingCountsNow(session.ociContext, view)) satisfies InventoryStatus,
    { status: 202 },
  );
});
