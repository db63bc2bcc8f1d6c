import { findingsNow } from "@/app/api/findings-now";
import { detailAnswer } from "@/app/api/inventory-answers";
import { zprReadingsNow } from "@/app/api/zpr-readings-now";
import type { MapAnswer } from "@/lib/contract/map";
import { mapRequestSchema } from "@/lib/contract/map-request";
import { mapAnswer } from "@/lib/inventory/projections/map";
import { compiledWorldOf } from "@/lib/inventory/projections/reach-world";
import { handle } from "@/lib/server/handle";
import { invalidParameter } from "@/lib/server/problem";

export const GET = handle({ query: mapRequestSchema }, async ({ session: { ociContext }, query }) => {
  const policies = (await zprReadingsNow(ociContext, { isAnew: false }))?.policies ?? null;
  const inventory = await detailAnswer(ociContext, (candidate) => candidate);
  const compiled = compiledWorldOf(inventory, policies);
  const worlds = { before: compiled, after: compiled };
  const { findings } = findingsNow(ociContext, inventory);
  const answer = mapAnswer(inventory, { worlds, policies, findings, draft: null }, query);
  if (answer === null) throw invalidParameter("The page token is not one of this map with these filters.", "page");
  return Response.json(answer satisfies MapAnswer);
});
