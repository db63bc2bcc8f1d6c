import { expect, test } from "vitest";
import { countPlaywright, countsWithExitCode, countVitest, summaryLines, totalOf } from "@/scripts/lib/reports.mjs";

const vitestReport = { numPassedTests: 5, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1, testResults: [] };

test("Vitest's passed, failed and skipped tests are counted", () => {
  expect(countVitest(vitestReport)).toEqual({ passed: 5, failed: 1, skipped: 3 });
});

test("a test file that could not be loaded is a failure", () => {
  const testResults = [
    { status: "failed", assertionResults: [] },
    { status: "failed", assertionResults: [{}] },
    { status: "passed", assertionResults: [{}] },
  ];
  expect(countVitest({ ...vitestReport, testResults }).failed).toBe(2);
});

test("a flaky end-to-end test and an error outside of tests are failures", () => {
  const stats = { expected: 7, unexpected: 1, flaky: 1, skipped: 2 };
  expect(countPlaywright({ stats, errors: [{}] })).toEqual({ passed: 7, failed: 3, skipped: 2 });
});

test("a runner that failed without a failed test, or ran nothing, has failed", () => {
  expect(countsWithExitCode({ passed: 3, failed: 0, skipped: 0 }, 1).failed).toBe(1);
  expect(countsWithExitCode({ passed: 0, failed: 0, skipped: 4 }, 0).failed).toBe(1);
  expect(countsWithExitCode({ passed: 3, failed: 2, skipped: 0 }, 1).failed).toBe(2);
  expect(countsWithExitCode({ passed: 3, failed: 0, skipped: 0 }, 0).failed).toBe(0);
});

test("the summary ends with passed and failed, after what was skipped", () => {
  const total = totalOf([
    { passed: 1, failed: 0, skipped: 0 },
    { passed: 5, failed: 2, skipped: 3 },
  ]);
  expect(summaryLines(total)).toEqual(["3 skipped", "6 passed, 2 failed"]);
  expect(summaryLines(totalOf([]))).toEqual(["0 passed, 0 failed"]);
});
