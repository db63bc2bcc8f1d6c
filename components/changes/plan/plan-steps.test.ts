import { describe, expect, test } from "vitest";
import { blankPlanRow, planOperationsOf, planRowProblem, planRowsOf } from "@/components/changes/plan/plan-steps";

const tier = { namespace: "app", key: "tier" };
const add = { op: "add", ...tier, value: "web" } as const;
const remove = { op: "remove", namespace: "app", key: "old" } as const;

describe("the rows of a plan's edit", () => {
  test("come from its steps and lead back to them", () => {
    expect(planOperationsOf(planRowsOf([add, remove]))).toEqual([add, remove]);
  });

  test("ask for nothing while they are not written to the end", () => {
    expect(planOperationsOf([blankPlanRow(0), { ...blankPlanRow(1), attribute: tier }])).toEqual([]);
  });

  test("are told what is missing only when the review is asked for", () => {
    const row = { ...blankPlanRow(0), attribute: tier };
    expect(planRowProblem(row, [row], false)).toEqual({});
    expect(planRowProblem(row, [row], true)).toEqual({ value: "A value is missing." });
    expect(planRowProblem(blankPlanRow(0), [], true)).toEqual({ attribute: "Choose an attribute." });
  });

  test("may not be about one attribute twice, whatever the case of its name", () => {
    const rows = planRowsOf([add, { op: "remove", namespace: "APP", key: "Tier" }]);
    expect(rows.map((row) => planRowProblem(row, rows, false))).toEqual([
      {},
      { attribute: "Another row is about APP.Tier too." },
    ]);
  });

  test("say how long a value may be, in characters", () => {
    const row = { ...blankPlanRow(0), attribute: tier, value: "🙂".repeat(256) };
    expect(planRowProblem(row, [row], false).value).toBe("A value has at most 255 characters; this one has 256.");
  });
});
