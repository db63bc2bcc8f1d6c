import { detailAnswer } from "@/app/api/inventory-answers";
import { previewPolicyChange } from "@/lib/changes/zpr-policy/preview-policy-change";
import { createZprPolicyChangeDetailsSchema, type ZprPolicyChangePreview } from "@/lib/contract/zpr-policy-changes";
import { currentReadings } from "@/lib/inventory/current-readings";
import { handle } from "@/lib/server/handle";

/** Changes nothing: reads, and a dry run of the service. A POST because the details are a body. */
export const POST = handle({ body: createZprPolicyChangeDetailsSchema }, async ({ session, body }) => {
  const { ociContext } = session;
  const inventory = await detailAnswer(ociContext, (candidate) => candidate);
  const policies = await currentReadings().zprPolicies.read(ociContext, { region: inventory.homeRegion });
  const previewed = await previewPolicyChange(ociContext, inventory, policies, body);
  if (!previewed.ok) return Response.json(previewed.body, { status: previewed.status });
  return Response.json(previewed.preview satisfies ZprPolicyChangePreview);
});
