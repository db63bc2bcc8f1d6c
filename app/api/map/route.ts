import { findingsNow } from "@/app/api/findings-now";
import { guardFileNow } from "@/app/api/guards-now";
import { detailAnswer } from "@/app/api/inventory-answers";
import { mapDraftNow } from "@/app/api/map-draft-now";
import { zprReadingsNow } from "@/app/api/zpr-readings-now";
import type { MapAnswer } from "@/lib/contract/map";
import { mapRequestSchema } from "@/lib/contract/map-request";
import { guardsOf } from "@/lib/inventory/projections/guards";
import { mapAnswer } from "@/lib/inventory/projections/map";
import { compiledWorldOf } from "@/lib/inventory/projections/reach-world";
import { handle } from "@/lib/server/handle";
import { invalidParameter } from "@/lib/server/problem";

export const GET = handle({ query: mapRequestSchema }, async ({ session, query }) => {
  const { ociContext } = session;
  const policies = (await zprReadingsNow(ociContext, { isAnew: false }))?.policies ?? null;
  const inventory = await detailAnswer(ociContext, (candidate) => candidate);
  const compiled = compiledWorldOf(inventory, policies);
  const drafted = query.draft === undefined ? null : await mapDraftNow(session, inventory, compiled, query.draft);
  const { findings } = findingsNow(ociContext, inventory);
  const guards = guardsOf(guardFileNow()).lines;
  const answer = mapAnswer(inventory, { compiled, drafted, policies, findings, guards }, query);
  if (answer === null) throw invalidParameter("The page token is not one of this map with these filters.", "page");
  return Response.json(answer satisfies MapAnswer);
});
