import * as v from "valibot";
import { stopReplacement } from "@/lib/changes/node-replacement/list-replacements";
import type { NodeReplacement } from "@/lib/contract/node-replacements";
import { handle } from "@/lib/server/handle";
import { notFound } from "@/lib/server/problem";

/** Has a replacement of one node at a time end before the next node. */
export const POST = handle({ params: v.object({ replacementId: v.string() }) }, ({ session, params }) => {
  const stopped = stopReplacement(session.ociContext, params.replacementId);
  if (stopped === null) throw notFound("There is no such node replacement since the console was started.");
  if (!stopped.ok) return Response.json(stopped.body, { status: stopped.status });
  return Response.json(stopped.replacement satisfies NodeReplacement);
});
