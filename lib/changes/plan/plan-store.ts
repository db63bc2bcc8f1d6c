import "server-only";
import type { ChangePlan, ChangePlanStep } from "@/lib/contract/change-plan";
import type { Principal } from "@/lib/oci/principal";

/** How many plans are remembered for one principal; the oldest finished ones are forgotten first. */
const historyLength = 50;

/** Whether nothing of a plan will be written any more. */
export const isEnded = ({ finishedAt }: Pick<ChangePlan, "finishedAt">): boolean => finishedAt !== null;

/** The plans of one principal since the console started. In memory: OCI itself keeps what was done. */
export class PlanStore {
  readonly #plans = new Map<string, ChangePlan>();

  add(plan: ChangePlan): void {
    this.#plans.set(plan.id, plan);
    const surplus = Math.max(0, this.#plans.size - historyLength);
    for (const { id } of [...this.#plans.values()].filter(isEnded).slice(0, surplus)) this.#plans.delete(id);
  }

  get(id: string): ChangePlan | null {
    return this.#plans.get(id) ?? null;
  }

  /** Newest first. */
  list(): readonly ChangePlan[] {
    return [...this.#plans.values()].toReversed();
  }

  /** The plan that runs, of which there is one at a time. */
  running(): ChangePlan | null {
    return this.list().find((plan) => !isEnded(plan)) ?? null;
  }

  update(id: string, progress: Partial<Pick<ChangePlan, "state" | "finishedAt" | "steps">>): void {
    const plan = this.#plans.get(id);
    if (plan !== undefined) this.#plans.set(id, { ...plan, ...progress });
  }

  updateStep(id: string, index: number, progress: Partial<ChangePlanStep>): void {
    const steps = this.#plans.get(id)?.steps.map((step, at) => (at === index ? { ...step, ...progress } : step));
    if (steps !== undefined) this.update(id, { steps });
  }
}

const holder: typeof globalThis & { zprChangePlans?: Map<string, PlanStore> } = globalThis;

/** The plans of a principal; pages and route handlers share them. */
export function planStoreOf({ cacheKey }: Principal): PlanStore {
  holder.zprChangePlans ??= new Map();
  const store = holder.zprChangePlans.get(cacheKey) ?? new PlanStore();
  holder.zprChangePlans.set(cacheKey, store);
  return store;
}
