import { findingsNow } from "@/app/api/findings-now";
import { guardFileNow } from "@/app/api/guards-now";
import { detailAnswer } from "@/app/api/inventory-answers";
import { mapDraftNow } from "@/app/api/map-draft-now";
import { zprReadingsNow } from "@/app/api/zpr-readings-now";
import type { MapAnswer } from "@/lib/contract/map";
import { mapRequestSchema } from "@/lib/contract/map-request";
import { currentNodeReadings } from "@/lib/inventory/nodes/current-node-readings";
import { guardsOf } from "@/lib/inventory/projections/guards";
import { mapAnswer } from "@/lib/inventory/projections/map";
import { mapWorldOf } from "@/lib/inventory/projections/map-world";
import { compiledWorldOf } from "@/lib/inventory/projections/reach-world";
import { handle } from "@/lib/server/handle";
import { invalidParameter } from "@/lib/server/problem";

export const GET = handle({ query: mapRequestSchema }, async ({ session, query }) => {
  const { ociContext } = session;
  const policies = (await zprReadingsNow(ociContext, { isAnew: false }))?.policies ?? null;
  const inventory = await detailAnswer(ociContext, (candidate) => candidate);
  const world = mapWorldOf(
    inventory,
    compiledWorldOf(inventory, policies),
    (clusterId) => currentNodeReadings().unpooled(ociContext.principal, clusterId).reading,
  );
  const drafted = query.draft === undefined ? null : await mapDraftNow(session, inventory, world.compiled, query.draft);
  const { findings } = findingsNow(ociContext, inventory);
  const guards = guardsOf(guardFileNow()).lines;
  const answer = mapAnswer(inventory, { world, drafted, policies, findings, guards }, query);
  if (answer === null) throw invalidParameter("The page token is not one of this map with these filters.", "page");
  return Response.json(answer satisfies MapAnswer);
});
