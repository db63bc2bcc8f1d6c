import * as v from "valibot";
import { detailAnswer } from "@/app/api/inventory-answers";
import { runningPolicyChangeIdOf } from "@/lib/changes/zpr-policy/list-policy-changes";
import { policyEditBase } from "@/lib/changes/zpr-policy/policy-edit-base";
import { ocidParam } from "@/lib/contract/ocid-param";
import type { ZprPolicyEditBase } from "@/lib/contract/zpr-policy-edit";
import { handle } from "@/lib/server/handle";
import { notFound } from "@/lib/server/problem";

/** Reads what an edit of a policy starts from, as it is now. */
export const GET = handle({ params: v.object({ policyId: ocidParam }) }, async ({ session, params: { policyId } }) => {
  const { ociContext } = session;
  const { homeRegion } = await detailAnswer(ociContext, (inventory) => inventory);
  const runningChangeId = runningPolicyChangeIdOf(ociContext, policyId);
  const base = await policyEditBase(ociContext, { region: homeRegion, policyId, runningChangeId });
  if (base === null) throw notFound("Authorization failed or requested resource not found.");
  return Response.json(base satisfies ZprPolicyEditBase);
});
