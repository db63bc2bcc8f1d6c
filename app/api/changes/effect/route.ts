import { detailAnswer } from "@/app/api/inventory-answers";
import { recentPolicies } from "@/app/api/recent-policies";
import { effectOfChange } from "@/lib/changes/effect-of-change";
import { type EffectAnswer, effectDetailsSchema } from "@/lib/contract/effect";
import { handle } from "@/lib/server/handle";

/** Sends nothing; a POST because the details are a body. */
export const POST = handle({ body: effectDetailsSchema }, async ({ session: { ociContext }, body }) => {
  const inventory = await detailAnswer(ociContext, (candidate) => candidate);
  const answer = await effectOfChange(ociContext, inventory, await recentPolicies(ociContext), body);
  return Response.json(answer satisfies EffectAnswer);
});
