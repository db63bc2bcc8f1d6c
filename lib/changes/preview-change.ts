import "server-only";
import type { ChangeRefusal } from "@/lib/changes/change-refusal";
import { planChange, type PlannedChange } from "@/lib/changes/plan-change";
import { setBefore } from "@/lib/changes/set-before";
import { unknownResource } from "@/lib/changes/start-change";
import { tryAnnotation } from "@/lib/changes/try-annotation";
import type { ChangePreview } from "@/lib/contract/change-preview";
import type { CreateChangeDetails } from "@/lib/contract/create-change";
import { readEditable, type FreshEditable } from "@/lib/inventory/fresh-editable";
import type { FreshlyRead } from "@/lib/inventory/fresh-resource";
import type { Inventory } from "@/lib/inventory/inventory";
import { storageClassSource } from "@/lib/inventory/storage-class-source";
import type { OciContext } from "@/lib/oci/clients";
import { annotationNameOf, annotationOutcomes, controllerOf } from "@/lib/oke/annotation-edit";
import { changeAsCode, type ChangeAsCode } from "@/lib/oke/change-as-code";
import { changeWarnings } from "@/lib/oke/change-warnings";
import { manifestFor } from "@/lib/oke/manifest";
import type { SecurityAttribute } from "@/lib/zpr/security-attribute";

function ociCode({ fresh: { resource }, read }: FreshlyRead, after: readonly SecurityAttribute[]): ChangeAsCode {
  const { changeTarget: target, etag } = read;
  if (target === null) throw new Error(`A change of a ${resource.kind} was planned, which is only read.`);
  return changeAsCode({ target, region: resource.region, etag, after });
}

async function annotationPreview(
  ociContext: OciContext,
  { declaration }: FreshEditable,
  after: readonly SecurityAttribute[],
): Promise<ChangePreview["annotation"]> {
  if (declaration?.type !== "readable") return null;
  const { object, annotation, replaces } = declaration;
  const outcomes = annotationOutcomes(object, annotation.resourceVersion, after).map(async (outcome) => ({
    ...outcome,
    trial: await tryAnnotation(ociContext, declaration, outcome.text),
  }));
  return {
    object,
    name: annotationNameOf(object),
    controller: controllerOf(object),
    before: annotation.text,
    outcomes: await Promise.all(outcomes),
    isReplaced: replaces !== null,
  };
}

/** What a planned change writes, and what is to be said of it. The write of an annotation is tried out, and only that. */
export async function previewOf(
  { ociContext, inventory }: { readonly ociContext: OciContext; readonly inventory: Inventory },
  read: FreshEditable,
  { before, after }: PlannedChange,
): Promise<ChangePreview> {
  const { resource } = read.freshlyRead.fresh;
  const { runningNodeCount } = read.freshlyRead.read;
  const shownBefore = setBefore(read, before);
  // What a change means for traffic depends on what OCI stores, whatever was declared.
  const stored = read.declaration?.type === "readable" ? resource.securityAttributes : before;
  const warnings = changeWarnings({ resource, before: stored, after, runningNodeCount });
  const annotation = await annotationPreview(ociContext, read, after);
  const asCode = annotation === null ? ociCode(read.freshlyRead, after) : null;
  const isDriverMade = resource.owner.type === "storage-class-parameter";
  const source = storageClassSource(ociContext, inventory, resource);
  const storageClass = isDriverMade ? (manifestFor(resource, after, source)?.yaml ?? null) : null;
  return { before: shownBefore, after, asCode, annotation, storageClass, warnings };
}

/**
 * What `startChange` would do with the same details, without doing it: the difference, the warnings, the write as
 * code, and what the cluster says of it where it goes into an annotation. Refuses what `startChange` refuses. Throws `OciRequestError` when the resource cannot be read.
 */
export async function previewChange(
  ociContext: OciContext,
  inventory: Inventory,
  details: CreateChangeDetails,
): Promise<{ readonly ok: true; readonly preview: ChangePreview } | ChangeRefusal> {
  const read = await readEditable(ociContext, inventory, details.resourceId, details.startFrom);
  if (read === null) return unknownResource;
  const plan = planChange(read, details, inventory.catalog);
  if (!plan.ok) return plan;
  return { ok: true, preview: await previewOf({ ociContext, inventory }, read, plan) };
}
