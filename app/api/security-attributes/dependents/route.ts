import { detailAnswer } from "@/app/api/inventory-answers";
import { zprReadingsNow } from "@/app/api/zpr-readings-now";
import { type AttributeDependents, attributeDependentsRequestSchema } from "@/lib/contract/attribute-dependents";
import { attributeDependents } from "@/lib/inventory/projections/attribute-dependents";
import { notAsked } from "@/lib/oke/readiness/reading";
import { handle } from "@/lib/server/handle";

export const GET = handle({ query: attributeDependentsRequestSchema }, async ({ session: { ociContext }, query }) => {
  const readings = await zprReadingsNow(ociContext, { isAnew: false });
  const policies = readings?.policies ?? notAsked;
  const answer = await detailAnswer(ociContext, (inventory) => attributeDependents(inventory, policies, query));
  return Response.json(answer satisfies AttributeDependents);
});
