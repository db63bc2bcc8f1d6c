import "server-only";
import type { ChangeRefusal } from "@/lib/changes/change-refusal";
import { changeStoreOf } from "@/lib/changes/change-store";
import { planChange, type PlannedChange } from "@/lib/changes/plan-change";
import { previewOf } from "@/lib/changes/preview-change";
import type { PlannedStep, PlanPreview, PlanPreviewDetails } from "@/lib/contract/change-plan";
import { type FreshEditable, readEditable } from "@/lib/inventory/fresh-editable";
import type { Inventory } from "@/lib/inventory/inventory";
import { clusterIdOf, indexOf } from "@/lib/inventory/projections/inventory-index";
import type { OciContext } from "@/lib/oci/clients";
import { OciRequestError } from "@/lib/oci/errors";
import { annotationOutcomes } from "@/lib/oke/annotation-edit";
import { emptiedStep, handStepFor } from "@/lib/oke/hand-step";
import { reasonRequiredBecause } from "@/lib/oke/plan-confirmation";
import { inPlanOrder } from "@/lib/oke/plan-order";
import type { ProtectedResource } from "@/lib/oke/protected-resource";
import { resourceKindFacts } from "@/lib/oke/resource-kind";
import { scriptStepFor } from "@/lib/oke/script-step";
import type { ChangeOperation } from "@/lib/zpr/change-operation";
import { operationsForSet } from "@/lib/zpr/plan-operations";
import { applyChangeOperations } from "@/lib/zpr/security-attributes";

/** Who a step of a plan is about, as lists name it. */
export function planSubject(inventory: Inventory, resource: ProtectedResource) {
  const { id: resourceId, kind, displayName, region } = resource;
  const clusterId = clusterIdOf(resource);
  const clusterName = indexOf(inventory).clusters.get(clusterId ?? "")?.name ?? null;
  return { resourceId, kind, displayName, region, clusterName };
}

type ByHand = Pick<Extract<PlannedStep, { state: "by-hand" }>, "reason" | "step">;

/** What is written into a manifest by a person: it could not be read, or how it is emptied is a choice. */
function plannedByHand(
  { declaration, editable: { resource } }: FreshEditable,
  plan: PlannedChange | ChangeRefusal,
  operations: readonly ChangeOperation[],
): ByHand | null {
  if (declaration?.type === "readable") {
    if (!plan.ok || plan.after.length > 0) return null;
    const { object, annotation } = declaration;
    const reason =
      "Nothing would be left in its manifest. Whether the annotation then goes or stays empty is a choice.";
    return { reason, step: emptiedStep(annotationOutcomes(object, annotation.resourceVersion, [])) };
  }
  const offer = resource.edit.remove;
  if (offer.offered || offer.code !== "owned-by-manifest") return null;
  const { cap } = resourceKindFacts[resource.kind];
  const applied = applyChangeOperations(resource.securityAttributes, operations, cap);
  const step = applied.ok ? handStepFor(resource, applied.after) : null;
  if (step === null) return null;
  const cause =
    declaration?.type === "unreadable"
      ? ` The console cannot write it: ${declaration.reason}`
      : declaration?.type === "not-a-set"
        ? " What its annotation holds now is no set. Its own page replaces it as a whole."
        : "";
  return { reason: `${offer.reason}${cause}`, step };
}

async function plannedStep(
  ociContext: OciContext,
  inventory: Inventory,
  known: ProtectedResource,
  wanted: readonly ChangeOperation[],
): Promise<PlannedStep | null> {
  const subject = planSubject(inventory, known);
  const refused = (reason: string): PlannedStep => ({ ...subject, state: "refused", reason });
  if (changeStoreOf(ociContext.principal).isReserved(known.ocid)) {
    return refused("A change of this resource is under way.");
  }
  const read = await readEditable(ociContext, inventory, known.id);
  if (read === null) return null;
  const { etag, resource } = read.editable;
  const seenSecurityAttributes = resource.securityAttributes.map(({ verdict: _verdict, ...attribute }) => attribute);
  const { operations, obstacles } = operationsForSet(wanted, seenSecurityAttributes);
  if (obstacles.length > 0) return refused(obstacles.join(" "));
  if (operations.length === 0) {
    return { ...subject, state: "unchanged", reason: "It is already as the plan wants it." };
  }
  const details = { resourceId: known.id, etag, seenSecurityAttributes, operations };
  const plan = planChange(read, details, inventory.catalog);
  const byHand = plannedByHand(read, plan, operations);
  if (byHand !== null) return { ...subject, state: "by-hand", ...byHand };
  if (!plan.ok) return refused(plan.body.message);
  const { cap, warnAbove } = resourceKindFacts[known.kind];
  const preview = await previewOf({ ociContext, inventory }, read, plan);
  const trial = preview.annotation?.outcomes[0]?.trial;
  if (trial?.state === "refused") {
    const step = handStepFor(resource, plan.after);
    return step === null ? refused(trial.message) : { ...subject, state: "by-hand", reason: trial.message, step };
  }
  const kubectl = preview.annotation?.outcomes[0]?.command ?? null;
  const { changeTarget: target } = read.freshlyRead.read;
  if (target === null) throw new Error(`A change of a ${known.kind} was planned, which is only read.`);
  return {
    ...subject,
    state: "ready",
    etag,
    operations,
    cap,
    warnAbove,
    preview,
    script: scriptStepFor({ target, region: known.region, before: plan.before, after: plan.after, kubectl }),
  };
}

const stateRank = { ready: 0, "by-hand": 1, refused: 2, unchanged: 3 } as const;

/**
 * What a plan would do with each of its resources, every one read just now; nothing is written. What cannot be read is
 * refused with OCI's words and takes nothing from the others.
 */
export async function previewPlan(
  ociContext: OciContext,
  { inventory, limit }: { readonly inventory: Inventory; readonly limit: number },
  { resourceIds, operations }: PlanPreviewDetails,
): Promise<PlanPreview> {
  const ids = [...new Set(resourceIds)];
  const resources = inventory.resources.filter(({ id }) => ids.includes(id));
  const steps = await Promise.all(
    resources.map(async (resource) => {
      try {
        return await plannedStep(ociContext, inventory, resource, operations);
      } catch (thrown) {
        if (!(thrown instanceof OciRequestError)) throw thrown;
        return { ...planSubject(inventory, resource), state: "refused", reason: thrown.message } as const;
      }
    }),
  );
  const known = steps.filter((step) => step !== null);
  const unknown = ids.filter((id) => !known.some(({ resourceId }) => resourceId === id));
  const ordered = inPlanOrder(known).toSorted((a, b) => stateRank[a.state] - stateRank[b.state]);
  const ready = ordered.flatMap((step) => (step.state === "ready" ? [{ kind: step.kind, ...step.preview }] : []));
  return { limit, reasonRequiredBecause: reasonRequiredBecause(ready), steps: ordered, unknown };
}
