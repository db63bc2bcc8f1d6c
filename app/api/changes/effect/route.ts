import { detailAnswer } from "@/app/api/inventory-answers";
import { zprReadingsNow } from "@/app/api/zpr-readings-now";
import { effectOfChange } from "@/lib/changes/effect-of-change";
import { type EffectAnswer, effectDetailsSchema } from "@/lib/contract/effect";
import { notAsked } from "@/lib/oke/readiness/reading";
import { handle } from "@/lib/server/handle";

/** Policies older than this are read anew before an edit is judged by them. */
const maxAgeMs = 60_000;

/** Sends nothing; a POST because the details are a body. */
export const POST = handle({ body: effectDetailsSchema }, async ({ session: { ociContext }, body }) => {
  const inventory = await detailAnswer(ociContext, (candidate) => candidate);
  const held = await zprReadingsNow(ociContext, { isAnew: false });
  const isOld = held?.policies.state === "read" && Date.now() - Date.parse(held.policies.readAt) > maxAgeMs;
  const readings = isOld ? await zprReadingsNow(ociContext, { isAnew: true }) : held;
  const answer = await effectOfChange(ociContext, inventory, readings?.policies ?? notAsked, body);
  return Response.json(answer satisfies EffectAnswer);
});
