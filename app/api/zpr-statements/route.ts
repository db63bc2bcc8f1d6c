import { detailAnswer } from "@/app/api/inventory-answers";
import { zprReadingsNow } from "@/app/api/zpr-readings-now";
import { namingStatementsRequestSchema, type NamingStatementsResponse } from "@/lib/contract/naming-statements";
import type { Inventory } from "@/lib/inventory/inventory";
import { namingStatements } from "@/lib/inventory/projections/naming-statements";
import { handle } from "@/lib/server/handle";
import { inventoryUnread, notFound } from "@/lib/server/problem";

export const GET = handle({ query: namingStatementsRequestSchema }, async ({ session: { ociContext }, query }) => {
  const isThere = ({ resources }: Inventory) =>
    !("resourceId" in query) || resources.some(({ id }) => id === query.resourceId);
  const inventory = await detailAnswer(ociContext, (found) => (isThere(found) ? found : null));
  const readings = await zprReadingsNow(ociContext, { isAnew: false });
  if (readings === null) throw inventoryUnread();
  const answer = namingStatements(inventory, readings.policies, query);
  if (answer === null) throw notFound("Authorization failed or requested resource not found.");
  return Response.json(answer satisfies NamingStatementsResponse);
});
