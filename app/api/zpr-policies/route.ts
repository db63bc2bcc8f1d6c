import { listAnswer } from "@/app/api/inventory-answers";
import { zprReadingsNow } from "@/app/api/zpr-readings-now";
import { listZprPoliciesRequestSchema } from "@/lib/contract/list-zpr-policies-request";
import type { ListZprPoliciesResponse } from "@/lib/contract/zpr-policies";
import { noFilter, nothingYet } from "@/lib/inventory/projections/completeness";
import { listZprPolicies, readingState } from "@/lib/inventory/projections/list-zpr-policies";
import { notAsked } from "@/lib/oke/readiness/reading";
import { handle } from "@/lib/server/handle";

const empty: ListZprPoliciesResponse = {
  items: [],
  opcNextPage: null,
  filter: noFilter,
  total: 0,
  totalUnfiltered: 0,
  revision: 0,
  completeness: nothingYet,
  policies: readingState(notAsked),
  enabled: { state: "unknown", evidence: "Nothing of the tenancy has been read yet." },
  tenancyFindings: [],
  unread: [],
};

export const GET = handle({ query: listZprPoliciesRequestSchema }, async ({ session: { ociContext }, query }) => {
  const readings = await zprReadingsNow(ociContext, { isAnew: false });
  const answer = listAnswer(
    ociContext,
    (inventory) => (readings === null ? empty : listZprPolicies(inventory, readings, query)),
    empty,
  );
  return Response.json(answer satisfies ListZprPoliciesResponse);
});
