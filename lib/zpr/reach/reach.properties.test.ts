import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileWorld } from "@/lib/zpr/reach/compile-world";
import { reachDifference } from "@/lib/zpr/reach/reach-difference";
import { runAgreement } from "@/lib/zpr/reach/test-agreement-run";
import { world } from "@/lib/zpr/reach/test-worlds";

/** `npm run bench -- reach-worlds` tries 100,000. */
const numRuns = 1_000;

describe("in random worlds", () => {
  it("trace, reach and difference agree with the rules followed pair by pair", { timeout: 300_000 }, () => {
    runAgreement(numRuns);
  });

  it("no order of policies, statements and endpoints makes a difference", () => {
    fc.assert(
      fc.property(world, (before) => {
        const policies = before.policies
          .toReversed()
          .map((each) => ({ ...each, statements: each.statements.toReversed() }));
        const after = { ...before, policies, endpoints: before.endpoints.toReversed() };
        const { flows, unreadable } = reachDifference(compileWorld(before), compileWorld(after));
        expect([flows, unreadable]).toEqual([[], []]);
      }),
      { numRuns },
    );
  });

  it("a statement does the same from whichever policy it is in", () => {
    fc.assert(
      fc.property(world, (before) => {
        const policies = before.policies.map((each) => ({ ...each, lifecycleState: "ACTIVE" as const }));
        const [first, second] = policies;
        if (first === undefined || second === undefined) return;
        const all = [{ ...first, statements: policies.flatMap(({ statements }) => statements) }];
        const { flows, unreadable } = reachDifference(
          compileWorld({ ...before, policies }),
          compileWorld({ ...before, policies: all }),
        );
        expect([flows, unreadable]).toEqual([[], []]);
      }),
      { numRuns },
    );
  });
});
