import { findingsNow } from "@/app/api/findings-now";
import { listAnswer } from "@/app/api/inventory-answers";
import { scopeRequestSchema } from "@/lib/contract/list-request";
import { noScopedCounts, scopedCounts } from "@/lib/inventory/projections/inventory-counts";
import { handle } from "@/lib/server/handle";

/** How much there is in some regions and compartments. */
export const GET = handle({ query: scopeRequestSchema }, ({ session, query }) =>
  Response.json(
    listAnswer(
      session.ociContext,
      (inventory) => scopedCounts(inventory, findingsNow(session.ociContext, inventory).findings, query),
      noScopedCounts,
    ),
  ),
);
