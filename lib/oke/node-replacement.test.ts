import { describe, expect, test } from "vitest";
import {
  cyclingProblem,
  evictionGraceOf,
  replacementLabelKey,
  replacementLabelValue,
  replacementMethodOf,
  withReplacementLabel,
} from "@/lib/oke/node-replacement";

test("enhanced clusters cycle, basic ones lose a node after the other, and others are not guessed", () => {
  expect(replacementMethodOf({ type: "ENHANCED_CLUSTER" })).toBe("cycling");
  expect(replacementMethodOf({ type: "BASIC_CLUSTER" })).toBe("one-by-one");
  expect(replacementMethodOf({ type: "UNKNOWN_VALUE" })).toBeNull();
});

test("the label that makes OKE cycle is one that Kubernetes takes, and leaves the others as they are", () => {
  const value = replacementLabelValue(Date.UTC(2026, 10, 23, 19, 4, 5, 678));
  expect(value).toBe("20261123T190405Z");
  expect(value).toMatch(/^[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$/);
  const labels = [
    { key: replacementLabelKey, value: "old" },
    { key: "workload", value: "gateway" },
  ];
  expect(withReplacementLabel(labels, value)).toEqual([
    { key: "workload", value: "gateway" },
    { key: replacementLabelKey, value },
  ]);
});

describe("the numbers of a cycling", () => {
  test.each([
    ["1", "0"],
    ["0", "2"],
    ["25%", "0%"],
    ["0", "100%"],
  ])("surge %s and unavailable %s are taken", (surge, unavailable) => {
    expect(cyclingProblem(surge, unavailable)).toBeNull();
  });
  test.each([
    ["0", "0", "maximumSurge"],
    ["0%", "0", "maximumSurge"],
    ["-1", "1", "maximumSurge"],
    ["1", "101%", "maximumUnavailable"],
    ["1", "", "maximumUnavailable"],
  ])("surge %s and unavailable %s are not", (surge, unavailable, field) => {
    expect(cyclingProblem(surge, unavailable)).toMatchObject({ field });
  });
});

test("the eviction grace is the pool's, or Oracle's hour, and one that cannot be read is not made up", () => {
  const grace = (evictionGraceDuration: string | null, isForceDeleteAfterGraceDuration: boolean | null = null) =>
    evictionGraceOf({ nodeEvictionNodePoolSettings: { evictionGraceDuration, isForceDeleteAfterGraceDuration } });
  expect(evictionGraceOf({ nodeEvictionNodePoolSettings: null })).toEqual({ minutes: 60, isForced: false });
  expect(grace("PT0M")).toEqual({ minutes: 0, isForced: false });
  expect(grace("PT1H", true)).toEqual({ minutes: 60, isForced: true });
  expect(grace("PT1H15M30S").minutes).toBe(76);
  expect(grace("soon").minutes).toBeNull();
});
