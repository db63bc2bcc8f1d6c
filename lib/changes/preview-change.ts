import "server-only";
import type { ChangeRefusal } from "@/lib/changes/change-refusal";
import { planChange } from "@/lib/changes/plan-change";
import { unknownResource } from "@/lib/changes/start-change";
import type { ChangePreview, CreateChangeDetails } from "@/lib/contract/changes";
import { readFresh } from "@/lib/inventory/fresh-resource";
import type { Inventory } from "@/lib/inventory/inventory";
import type { OciContext } from "@/lib/oci/clients";
import { changeAsCode } from "@/lib/oke/change-as-code";
import { changeWarnings } from "@/lib/oke/change-warnings";

/**
 * What `startChange` would do with the same details, without doing it: the difference, the warnings, and the write as
 * code. Refuses what `startChange` refuses. Throws `OciRequestError` when the resource cannot be read.
 */
export async function previewChange(
  ociContext: OciContext,
  inventory: Inventory,
  details: CreateChangeDetails,
): Promise<{ readonly ok: true; readonly preview: ChangePreview } | ChangeRefusal> {
  const freshlyRead = await readFresh(ociContext, inventory, details.resourceId);
  if (freshlyRead === null) return unknownResource;
  const { fresh, read } = freshlyRead;
  const plan = planChange(fresh, details, inventory.catalog);
  if (!plan.ok) return plan;
  const { changeTarget: target, runningNodeCount, etag } = read;
  if (target === null) throw new Error(`A change of a ${fresh.resource.kind} was planned, which is only read.`);
  const { resource } = fresh;
  const { before, after } = plan;
  const asCode = changeAsCode({ target, region: resource.region, etag, after });
  const warnings = changeWarnings({ resource, before, after, runningNodeCount });
  return { ok: true, preview: { before, after, asCode, warnings } };
}
