import * as v from "valibot";
import { getPolicyChange } from "@/lib/changes/zpr-policy/list-policy-changes";
import type { ZprPolicyChange } from "@/lib/contract/zpr-policy-changes";
import { handle } from "@/lib/server/handle";
import { notFound } from "@/lib/server/problem";

export const GET = handle({ params: v.object({ changeId: v.string() }) }, ({ session, params }) => {
  const change = getPolicyChange(session.ociContext, params.changeId);
  if (change === null) {
    throw notFound("There is no such change since the console was started. The policy itself shows what was done.");
  }
  return Response.json(change satisfies ZprPolicyChange);
});
