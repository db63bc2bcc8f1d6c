import { detailAnswer } from "@/app/api/inventory-answers";
import { previewReplacement } from "@/lib/changes/node-replacement/preview-replacement";
import { previewNodeReplacementDetailsSchema, type NodeReplacementPreview } from "@/lib/contract/node-replacements";
import { handle } from "@/lib/server/handle";

/** Sends nothing to OCI but reads; a POST as that of changes is. */
export const POST = handle({ body: previewNodeReplacementDetailsSchema }, async ({ session, body }) => {
  const { ociContext } = session;
  const inventory = await detailAnswer(ociContext, (candidate) =>
    candidate.nodePools.some(({ id }) => id === body.nodePoolId) ? candidate : null,
  );
  const previewed = await previewReplacement(ociContext, inventory, body.nodePoolId);
  if (!previewed.ok) return Response.json(previewed.body, { status: previewed.status });
  return Response.json(previewed.preview satisfies NodeReplacementPreview);
});
