import fc from "fast-check";
import { checkDifference, checkReach, checkTraces } from "@/lib/zpr/reach/test-agreement";
import { edit } from "@/lib/zpr/reach/test-worlds";

/** Throws, with the world, when the evaluators disagree about any of so many worlds or their edits. */
export function runAgreement(numRuns: number, seed?: number): void {
  const options = { numRuns, ...(seed !== undefined && { seed }) };
  fc.assert(
    fc.property(edit, ([before, after]) => {
      checkTraces(before);
      checkReach(before);
      checkDifference(before, after);
    }),
    options,
  );
}
