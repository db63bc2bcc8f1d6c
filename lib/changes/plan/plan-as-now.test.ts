import { describe, expect, test } from "vitest";
import { planAsNow } from "@/lib/changes/plan/plan-as-now";
import type { ChangePlan, ChangePlanStep } from "@/lib/contract/change-plan";
import type { Change } from "@/lib/contract/changes";

const step = (state: ChangePlanStep["state"], changeId: string | null) =>
  ({ state, changeId, message: "As it ended." }) as ChangePlanStep;
const planOf = (...steps: readonly ChangePlanStep[]) =>
  ({ id: "plan", state: "stopped", steps }) as unknown as ChangePlan;
const changeIn = (state: Change["state"]) => () => ({ state, message: "A later read shows it." }) as Change;

describe("a plan that is looked at after its end", () => {
  test("has a step verified that a later read has shown, and stays stopped", () => {
    const plan = planAsNow(
      planOf(step("verified", "a"), step("failed", "b"), step("not-run", null)),
      changeIn("verified"),
    );
    expect(plan.state).toBe("stopped");
    expect(plan.steps.map(({ state, message }) => [state, message])).toEqual([
      ["verified", "As it ended."],
      ["verified", "A later read shows it."],
      ["not-run", "As it ended."],
    ]);
  });

  test.each([
    ["is not shown yet", changeIn("not-applied")],
    ["failed", changeIn("failed")],
    ["is forgotten", () => null],
  ])("keeps a step failed whose change %s", (_name, changeOf) => {
    const plan = planOf(step("failed", "b"));
    expect(planAsNow(plan, changeOf)).toEqual(plan);
  });

  test("keeps a step failed that came to no change", () => {
    const plan = planOf(step("failed", null));
    expect(planAsNow(plan, changeIn("verified"))).toEqual(plan);
  });
});
