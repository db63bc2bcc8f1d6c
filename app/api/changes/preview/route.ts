import { previewChange } from "@/lib/changes/preview-change";
import type { ChangePreview } from "@/lib/contract/change-preview";
import { createChangeDetailsSchema } from "@/lib/contract/create-change";
import { inventoryForEdit } from "@/lib/inventory/inventory-for-edit";
import { handle } from "@/lib/server/handle";
import { inventoryUnread } from "@/lib/server/problem";

/** Sends nothing; a POST because the details are a body. */
export const POST = handle({ body: createChangeDetailsSchema }, async ({ session, body }) => {
  const inventory = await inventoryForEdit(session.ociContext, body.resourceId);
  if (inventory === null) throw inventoryUnread();
  const previewed = await previewChange(session.ociContext, inventory, body);
  if (!previewed.ok) return Response.json(previewed.body, { status: previewed.status });
  return Response.json(previewed.preview satisfies ChangePreview);
});
