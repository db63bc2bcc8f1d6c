import "server-only";
import { isEnded, planStoreOf } from "@/lib/changes/plan/plan-store";
import type { RunningPlan } from "@/lib/contract/changes";
import type { Principal } from "@/lib/oci/principal";

/** The plans of a principal that have not ended, with how far they are. */
export const runningPlans = (principal: Principal): readonly RunningPlan[] =>
  planStoreOf(principal)
    .list()
    .filter((plan) => !isEnded(plan))
    .map(({ id, state, operations, steps, startedAt }) => ({
      id,
      isCancelling: state === "cancelling",
      operations,
      verified: steps.filter((step) => step.state === "verified").length,
      total: steps.length,
      current: steps.find((step) => step.state === "running")?.displayName ?? null,
      startedAt,
    }));
