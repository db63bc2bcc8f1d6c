import { expect, test } from "vitest";
import {
  countPlaywright,
  countsWithExitCode,
  countVitest,
  oneFailed,
  onePassed,
  summaryLines,
  totalOf,
} from "@/scripts/lib/reports.mjs";

const vitestReport = { numPassedTests: 5, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1, testResults: [] };
const passedTest = { status: "passed", fullName: "adds", failureMessages: [] };
const failedTest = { status: "failed", fullName: "divides", failureMessages: ["expected 2 to be 3\n  at sum.ts:4"] };

test("Vitest's passed, failed and skipped tests are counted", () => {
  expect(countVitest(vitestReport)).toMatchObject({ passed: 5, failed: 1, skipped: 3 });
});

test("a test file that could not be loaded is a failure", () => {
  const testResults = [
    { status: "failed", name: "a.test.ts", message: "cannot load b", assertionResults: [] },
    { status: "failed", name: "b.test.ts", message: "", assertionResults: [passedTest, failedTest] },
    { status: "passed", name: "c.test.ts", message: "", assertionResults: [passedTest] },
  ];
  const counts = countVitest({ ...vitestReport, testResults });
  expect(counts.failed).toBe(2);
  expect(counts.failures).toEqual([
    "b.test.ts › divides\n    expected 2 to be 3\n      at sum.ts:4",
    "a.test.ts\n    cannot load b",
  ]);
});

test("a flaky end-to-end test and an error outside of tests are failures", () => {
  const stats = { expected: 7, unexpected: 1, flaky: 1, skipped: 2 };
  const specOf = (title: string, status: string, message: string) => ({
    title,
    file: "map.spec.ts",
    line: 12,
    tests: [{ status, results: [{ errors: [{ message }] }] }],
  });
  const inner = { specs: [specOf("it zooms", "flaky", "timeout"), specOf("it prints", "expected", "")] };
  const suites = [{ specs: [specOf("it pans", "unexpected", "no such button")], suites: [inner] }];
  const counts = countPlaywright({ stats, errors: [{ message: "no browser" }], suites });
  expect(counts).toEqual({
    passed: 7,
    failed: 3,
    skipped: 2,
    failures: [
      "map.spec.ts:12 › it pans\n    no such button",
      "map.spec.ts:12 › it zooms\n    timeout",
      "outside of tests\n    no browser",
    ],
  });
});

test("a runner that failed without a failed test, or ran nothing, has failed", () => {
  const counts = { passed: 3, failed: 0, skipped: 0, failures: [] };
  expect(countsWithExitCode(counts, 1).failures).toEqual(["the runner ended with exit code 1 and no failed test"]);
  expect(countsWithExitCode({ ...counts, passed: 0, skipped: 4 }, 0).failures).toEqual(["the runner ran no test"]);
  expect(countsWithExitCode({ ...counts, failed: 2 }, 1).failed).toBe(2);
  expect(countsWithExitCode(counts, 0).failed).toBe(0);
});

test("the summary says what failed, and ends with passed and failed after what was skipped", () => {
  const total = totalOf([onePassed, oneFailed("lint"), { passed: 5, failed: 1, skipped: 3, failures: ["a.ts › b"] }]);
  expect(summaryLines(total)).toEqual(["FAILED lint", "FAILED a.ts › b", "3 skipped", "6 passed, 2 failed"]);
  expect(summaryLines(totalOf([]))).toEqual(["0 passed, 0 failed"]);
});
