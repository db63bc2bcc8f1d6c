import { guardFileNow } from "@/app/api/guards-now";
import { detailAnswer } from "@/app/api/inventory-answers";
import { recentPolicies } from "@/app/api/recent-policies";
import { judgeEdit } from "@/lib/changes/guards/judge-edit";
import type { EditHoldAnswer } from "@/lib/contract/edit-hold";
import { effectDetailsSchema } from "@/lib/contract/effect";
import { handle } from "@/lib/server/handle";

/** What guards say of an edit that has not been sent. Sends nothing; a POST because the details are a body. */
export const POST = handle({ body: effectDetailsSchema }, async ({ session: { ociContext }, body }) => {
  const inventory = await detailAnswer(ociContext, (candidate) => candidate);
  const policies = await recentPolicies(ociContext);
  const answer = await judgeEdit({ ociContext, inventory }, { guardFile: guardFileNow(), policies }, body);
  return Response.json(answer satisfies EditHoldAnswer);
});
