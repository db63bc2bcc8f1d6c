import { listAnswer } from "@/app/api/inventory-answers";
import { zprPoliciesKnown } from "@/app/api/zpr-policies-known";
import { searchRequestSchema, type SearchResponse } from "@/lib/contract/found";
import { nothingFound, search } from "@/lib/inventory/projections/search";
import { handle } from "@/lib/server/handle";

export const GET = handle({ query: searchRequestSchema }, async ({ session: { ociContext }, query }) => {
  const policies = await zprPoliciesKnown(ociContext);
  const answer = listAnswer(ociContext, (inventory) => search(inventory, policies, query.q), nothingFound);
  return Response.json(answer satisfies SearchResponse);
});
