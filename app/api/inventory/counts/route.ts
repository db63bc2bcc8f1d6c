import { findingsNow } from "@/app/api/findings-now";
import { guardCountsNow } from "@/app/api/guard-standing";
import { listAnswer } from "@/app/api/inventory-answers";
import { scopeRequestSchema } from "@/lib/contract/list-request";
import { currentInventories } from "@/lib/inventory/current-inventories";
import type { Inventory } from "@/lib/inventory/inventory";
import { noScopedCounts, scopedCounts } from "@/lib/inventory/projections/inventory-counts";
import { handle } from "@/lib/server/handle";

/** How much there is in some regions and compartments. */
export const GET = handle({ query: scopeRequestSchema }, ({ session: { ociContext }, query }) => {
  const guards = guardCountsNow(ociContext, currentInventories().view(ociContext));
  const countsOf = (inventory: Inventory) =>
    scopedCounts(inventory, findingsNow(ociContext, inventory).findings, guards, query);
  return Response.json(listAnswer(ociContext, countsOf, noScopedCounts));
});
