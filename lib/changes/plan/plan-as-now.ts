import type { ChangePlan } from "@/lib/contract/change-plan";
import type { Change } from "@/lib/contract/changes";

/**
 * A plan as it stands now: a step whose change was not there in time, and which a later look has found there, is verified. The
 * plan itself stays stopped, since nothing ran behind that step. `changeOf` gives a change by its id; `null` once it is forgotten.
 */
export function planAsNow(plan: ChangePlan, changeOf: (id: string) => Change | null): ChangePlan {
  const steps = plan.steps.map((step) => {
    const change = step.state === "failed" && step.changeId !== null ? changeOf(step.changeId) : null;
    return change?.state === "verified" ? { ...step, state: change.state, message: change.message } : step;
  });
  return { ...plan, steps };
}
