import { previewPlan } from "@/lib/changes/plan/preview-plan";
import { type PlanPreview, planPreviewDetailsSchema } from "@/lib/contract/change-plan";
import { inventoryForEdit } from "@/lib/inventory/inventory-for-edit";
import { serverEnv } from "@/lib/server/env";
import { handle } from "@/lib/server/handle";
import { inventoryUnread } from "@/lib/server/problem";

/** Sends nothing; a POST because the details are a body. */
export const POST = handle({ body: planPreviewDetailsSchema }, async ({ session, body }) => {
  const inventory = await inventoryForEdit(session.ociContext, ...body.resourceIds);
  if (inventory === null) throw inventoryUnread();
  const preview = await previewPlan(session.ociContext, { inventory, limit: serverEnv().planLimit }, body);
  return Response.json(preview satisfies PlanPreview);
});
