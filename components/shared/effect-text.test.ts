import { expect, test } from "vitest";
import { effectSentence, outerEndText } from "@/components/shared/effect-text";
import type { EffectAnswer, EffectForecast } from "@/lib/contract/effect";

const none = { gained: 0, lost: 0, "perhaps-gained": 0, "perhaps-lost": 0, unknown: 0 };
const forecast = (given: Partial<EffectForecast>): EffectForecast => ({
  stage: "now",
  groups: [],
  groupCount: 0,
  counts: none,
  unreadable: [],
  unplaced: [],
  ...given,
});
const known = (forecasts: readonly EffectForecast[], isComplete = true): EffectAnswer => ({
  state: "known",
  forecasts,
  edge: null,
  runningNodeCount: null,
  runningBasis: null,
  policiesReadAt: "2026-01-01T00:00:00Z",
  completeness: { isComplete, gaps: [], gapCount: 0 },
});

test("what is lost is said before what is gained, of the stage that remains", () => {
  const during = forecast({ stage: "during", counts: { ...none, lost: 9 } });
  const after = forecast({ stage: "after", counts: { ...none, gained: 2, lost: 1 } });
  expect(effectSentence(known([during, after]))).toBe("Effect: lost 1 flow, gained 2 flows.");
});

test("nothing that changes is said to be nothing only as far as it was read", () => {
  expect(effectSentence(known([forecast({})]))).toBe("Effect: no flow that ZPR allows changes.");
  expect(effectSentence(known([forecast({})], false))).toContain("as far as could be read");
});

test("what nobody knows is never no change", () => {
  expect(effectSentence(known([forecast({ unplaced: ["db"] })]))).toBe("Effect: not wholly known.");
  expect(effectSentence({ state: "unknown", cause: "You may not.", isReading: false })).toBe(
    "The effect is unknown. You may not.",
  );
});

test("an end that is no resource is named without a blank behind it", () => {
  expect(outerEndText({ kind: "elsewhere", text: "" })).toBe("every other address");
  expect(outerEndText({ kind: "address", text: "10.0.0.0/8" })).toBe("other addresses in 10.0.0.0/8");
});
