import { listAnswer } from "@/app/api/inventory-answers";
import { zprReadingsNow } from "@/app/api/zpr-readings-now";
import type { StatementCounts } from "@/lib/contract/statement-counts";
import { readingState } from "@/lib/inventory/projections/list-zpr-policies";
import { statementCounts } from "@/lib/inventory/projections/statement-counts";
import { notAsked } from "@/lib/oke/readiness/reading";
import { handle } from "@/lib/server/handle";

const nothingYet: StatementCounts = { items: [], policies: readingState(notAsked) };

export const GET = handle({}, async ({ session: { ociContext } }) => {
  const readings = await zprReadingsNow(ociContext, { isAnew: false });
  const policies = readings?.policies ?? notAsked;
  return Response.json(listAnswer(ociContext, (inventory) => statementCounts(inventory, policies), nothingYet));
});
