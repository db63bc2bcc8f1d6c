import "server-only";
import { changeStoreOf } from "@/lib/changes/change-store";
import { planChange } from "@/lib/changes/plan-change";
import { previewOf } from "@/lib/changes/preview-change";
import type { PlannedStep, PlanPreview, PlanPreviewDetails } from "@/lib/contract/change-plan";
import { readEditable } from "@/lib/inventory/fresh-editable";
import type { Inventory } from "@/lib/inventory/inventory";
import { clusterIdOf, indexOf } from "@/lib/inventory/projections/inventory-index";
import type { OciContext } from "@/lib/oci/clients";
import { OciRequestError } from "@/lib/oci/errors";
import { inPlanOrder } from "@/lib/oke/plan-order";
import type { ProtectedResource } from "@/lib/oke/protected-resource";
import { resourceKindFacts } from "@/lib/oke/resource-kind";
import type { ChangeOperation } from "@/lib/zpr/change-operation";
import { operationsForSet } from "@/lib/zpr/plan-operations";

/** Who a step of a plan is about, as lists name it. */
export function planSubject(inventory: Inventory, resource: ProtectedResource) {
  const { id: resourceId, kind, displayName, region } = resource;
  const clusterId = clusterIdOf(resource);
  const clusterName = indexOf(inventory).clusters.get(clusterId ?? "")?.name ?? null;
  return { resourceId, kind, displayName, region, clusterName };
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
  const plan = planChange(
    read.editable,
    { resourceId: known.id, etag, seenSecurityAttributes, operations },
    inventory.catalog,
  );
  if (!plan.ok) return refused(plan.body.message);
  if (read.declaration?.type === "readable" && plan.after.length === 0) {
    return refused(
      "Nothing would be left in its manifest, and whether the annotation then goes or stays empty is a choice. Remove it on its own page.",
    );
  }
  const { cap, warnAbove } = resourceKindFacts[known.kind];
  return { ...subject, state: "ready", etag, operations, cap, warnAbove, preview: previewOf(read, plan) };
}

const stateRank = { ready: 0, refused: 1, unchanged: 2 } as const;

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
  return { limit, steps: ordered, unknown };
}
