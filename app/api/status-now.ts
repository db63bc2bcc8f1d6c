import { findingCountsNow } from "@/app/api/findings-now";
import { guardCountsNow } from "@/app/api/guard-standing";
import type { InventoryStatus } from "@/lib/contract/inventory";
import { currentInventories } from "@/lib/inventory/current-inventories";
import { inventoryStatus } from "@/lib/inventory/projections/inventory-status";
import type { OciContext } from "@/lib/oci/clients";

/** How far the tenancy has been read, and what there is to count in it. */
export function statusNow(ociContext: OciContext): InventoryStatus {
  const view = currentInventories().view(ociContext);
  const [findings, guards] = [findingCountsNow(ociContext, view), guardCountsNow(ociContext, view)];
  return inventoryStatus(view, ociContext.principal, findings, guards);
}
