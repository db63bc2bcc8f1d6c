import { guardFileNow } from "@/app/api/guards-now";
import type { InventoryCounts } from "@/lib/contract/inventory";
import { currentReadings } from "@/lib/inventory/current-readings";
import type { InventoryView } from "@/lib/inventory/inventories";
import type { Inventory } from "@/lib/inventory/inventory";
import { guardCounts, guardFindings } from "@/lib/inventory/projections/guard-findings";
import type { OciContext } from "@/lib/oci/clients";
import type { FurtherReadings } from "@/lib/oke/findings/further-findings";

/** The policies as they were read last. Where guards are declared they are kept fresh, whatever page is open. */
function policiesFor(ociContext: OciContext, { homeRegion }: Inventory, hasGuards: boolean) {
  const { zprPolicies } = currentReadings();
  const place = { region: homeRegion };
  // Answers whether it was read in the last minutes; it never throws.
  if (hasGuards) void zprPolicies.read(ociContext, place);
  return zprPolicies.peek(ociContext.principal, place);
}

const isDeclared = (file: ReturnType<typeof guardFileNow>) =>
  file.state === "read" && file.file.adminSources.length + file.file.lines.length > 0;

/** What the guard file finds wrong in an inventory. */
export function guardFindingsNow(ociContext: OciContext, inventory: Inventory): NonNullable<FurtherReadings["guards"]> {
  const file = guardFileNow();
  return guardFindings(inventory, policiesFor(ociContext, inventory, isDeclared(file)), file);
}

/** How many guards fail; `null` while none is declared or nothing was read. */
export function guardCountsNow(ociContext: OciContext, { inventory }: InventoryView): InventoryCounts["guards"] {
  if (inventory === null) return null;
  const file = guardFileNow();
  return guardCounts(inventory, policiesFor(ociContext, inventory, isDeclared(file)), file);
}
