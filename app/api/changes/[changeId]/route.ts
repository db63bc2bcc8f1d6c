import * as v from "valibot";
import { getChange } from "@/lib/changes/list-changes";
import type { Change } from "@/lib/contract/changes";
import { handle } from "@/lib/server/handle";
import { notFound } from "@/lib/server/problem";

export const GET = handle({ params: v.object({ changeId: v.string() }) }, ({ session, params }) => {
  const change = getChange(session.ociContext, params.changeId);
  if (change === null) {
    throw notFound("There is no such change since the console was started. The resource itself shows what was done.");
  }
  return Response.json(change satisfies Change);
});
