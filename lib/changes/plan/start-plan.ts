import "server-only";
import { systemClock } from "@/lib/changes/change-clock";
import { refusal, type ChangeRefusal } from "@/lib/changes/change-refusal";
import { holdNow } from "@/lib/changes/guards/check-hold";
import { planStoreOf } from "@/lib/changes/plan/plan-store";
import { planSubject } from "@/lib/changes/plan/preview-plan";
import { runPlan, type PlanEnvironment } from "@/lib/changes/plan/run-plan";
import type { ChangePlan, ChangePlanStep, CreatePlanDetails } from "@/lib/contract/change-plan";
import type { RecordedOverride } from "@/lib/contract/override";
import type { Inventory } from "@/lib/inventory/inventory";
import { OciRequestError } from "@/lib/oci/errors";
import { reasonRequiredBecause } from "@/lib/oke/plan-confirmation";
import { resourceKindFacts } from "@/lib/oke/resource-kind";
import { operationsForSet } from "@/lib/zpr/plan-operations";
import { applyChangeOperations } from "@/lib/zpr/security-attributes";

/** `ended` resolves when the plan has; it never rejects. */
export type StartedPlan = { readonly ok: true; readonly plan: ChangePlan; readonly ended: Promise<void> };

const invalid = (message: string, field: string): ChangeRefusal =>
  refusal(400, { code: "InvalidParameter", message, field });

function countRefusal({ steps, confirmedCount }: CreatePlanDetails, limit: number): ChangeRefusal | null {
  if (steps.length > limit) {
    return invalid(
      `A plan changes at most ${limit} resources on this console; this one has ${steps.length}. Set ZPR_PLAN_LIMIT to raise it.`,
      "steps",
    );
  }
  if (confirmedCount === steps.length) return null;
  return invalid(
    `The plan changes ${steps.length} resources, and ${confirmedCount} was confirmed. Nothing was written.`,
    "confirmedCount",
  );
}

/** Whether the plan is of those that want a reason, judged by what each resource would carry. */
function reasonRefusal({ reason }: CreatePlanDetails, steps: readonly ChangePlanStep[]): ChangeRefusal | null {
  const because = reasonRequiredBecause(
    steps.map(({ kind, before, operations }) => {
      const applied = applyChangeOperations(before, operations, resourceKindFacts[kind].cap);
      return { kind, before, after: applied.ok ? applied.after : before };
    }),
  );
  if (because === null || (reason ?? "") !== "") return null;
  return invalid(`${because} That wants a reason. Nothing was written.`, "reason");
}

function stepsFrom(inventory: Inventory, details: CreatePlanDetails): readonly ChangePlanStep[] | ChangeRefusal {
  const steps: ChangePlanStep[] = [];
  for (const [index, { resourceId, seenSecurityAttributes }] of details.steps.entries()) {
    const field = `steps[${index}].resourceId`;
    if (steps.some((step) => step.resourceId === resourceId)) return invalid("A resource is named twice.", field);
    const resource = inventory.resources.find(({ id }) => id === resourceId);
    if (resource === undefined) {
      return invalid("The console knows no such resource: it was deleted, or you may not see it.", field);
    }
    const { operations, obstacles } = operationsForSet(details.operations, seenSecurityAttributes);
    if (obstacles.length > 0 || operations.length === 0) {
      return invalid(obstacles.join(" ") || `There is nothing to change on ${resource.displayName}.`, field);
    }
    steps.push({
      ...planSubject(inventory, resource),
      state: "waiting",
      operations,
      before: seenSecurityAttributes,
      after: null,
      changeId: null,
      message: "It waits for those before it.",
    });
  }
  return steps;
}

const anotherRuns = refusal(409, {
  code: "IncorrectState",
  message: "Another plan runs. One runs at a time, so that a failure stops everything: wait, or cancel it.",
});

const unread = refusal(503, { code: "ServiceUnavailable", message: "The tenancy could not be read. Try again." });

type HeldPlan = { readonly ok: true; readonly override: RecordedOverride | null; readonly isJudged: boolean };

/** Holds the plan as a whole, after each of its steps. Each step is held once more right before it is written. */
async function holdPlan(
  { environmentFor }: PlanEnvironment,
  steps: readonly ChangePlanStep[],
  { override }: CreatePlanDetails,
): Promise<HeldPlan | ChangeRefusal> {
  const environment = await environmentFor(steps[0]?.resourceId ?? "");
  if (environment === null) return unread;
  const changes = steps.map(({ resourceId, before, operations }) => {
    const applied = applyChangeOperations(before, operations);
    return { resourceId, after: applied.ok ? applied.after : before };
  });
  try {
    const edit = `a plan of ${steps.length} resources`;
    const passed = await holdNow(environment, { type: "plan", changes }, { override, edit });
    return passed.ok ? { ...passed, isJudged: true } : passed;
  } catch (thrown) {
    // What cannot be read now is left by its own step; without a judgement of the whole no override counts for any.
    if (!(thrown instanceof OciRequestError)) throw thrown;
    return { ok: true, override: null, isJudged: false };
  }
}

/**
 * Begins a plan that was reviewed: one resource at a time in the order given, until one does not end as verified. Each
 * is checked as a single edit is. Refuses more than `limit` resources, a count that is not theirs, a heavy plan without
 * a reason, a second plan while one runs, and one that guards stand against and nobody has overridden; nothing is
 * written then.
 */
export async function startPlan(
  environment: PlanEnvironment,
  { inventory, limit }: { readonly inventory: Inventory; readonly limit: number },
  details: CreatePlanDetails,
): Promise<StartedPlan | ChangeRefusal> {
  const store = planStoreOf(environment.principal);
  if (store.running() !== null) return anotherRuns;
  const refused = countRefusal(details, limit);
  if (refused !== null) return refused;
  const steps = stepsFrom(inventory, details);
  if ("ok" in steps) return steps;
  const unreasoned = reasonRefusal(details, steps);
  if (unreasoned !== null) return unreasoned;
  const held = await holdPlan(environment, steps, details);
  if (!held.ok) return held;
  // Another one may have begun while this was judged.
  if (store.running() !== null) return anotherRuns;
  const { newId, now } = environment.clock ?? systemClock;
  const plan: ChangePlan = {
    id: newId(),
    state: "running",
    operations: details.operations,
    reason: details.reason === undefined || details.reason === "" ? null : details.reason,
    steps,
    startedAt: new Date(now()).toISOString(),
    finishedAt: null,
    ...(held.override !== null && { override: held.override }),
  };
  store.add(plan);
  const { override: _override, ...unheld } = details;
  return { ok: true, plan, ended: runPlan(environment, plan.id, held.isJudged ? details : unheld) };
}

/** Stops a plan before its next step; the one that runs is followed to its end. `null` where there is no such plan. */
export function cancelPlan({ principal }: Pick<PlanEnvironment, "principal">, planId: string): ChangePlan | null {
  const store = planStoreOf(principal);
  if (store.get(planId)?.state === "running") store.update(planId, { state: "cancelling" });
  return store.get(planId);
}
