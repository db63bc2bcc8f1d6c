// @ts-check

/**
 * How many tests, or checks, ended how, and what those that failed said: the last lines of a long run have to tell which.
 * @typedef {object} Counts
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {readonly string[]} failures a text for each failure that has one: where it stands, its name and its message
 *
 * @typedef {object} VitestTest
 * @property {string} status
 * @property {string} fullName
 * @property {readonly string[]} failureMessages
 *
 * @typedef {object} VitestReport
 * @property {number} numPassedTests
 * @property {number} numFailedTests
 * @property {number} numPendingTests
 * @property {number} numTodoTests
 * @property {{ status: string, name: string, message: string, assertionResults: VitestTest[] }[]} testResults
 *
 * @typedef {{ readonly message?: string }} PlaywrightError
 *
 * @typedef {object} PlaywrightSpec
 * @property {string} title
 * @property {string} file
 * @property {number} line
 * @property {{ status: string, results: { errors: readonly PlaywrightError[] }[] }[]} tests
 *
 * @typedef {object} PlaywrightSuite
 * @property {PlaywrightSpec[]} [specs]
 * @property {PlaywrightSuite[]} [suites]
 *
 * @typedef {object} PlaywrightReport
 * @property {PlaywrightSuite[]} suites
 * @property {{ expected: number, unexpected: number, flaky: number, skipped: number }} stats
 * @property {readonly PlaywrightError[]} errors
 */

/** @type {Counts} */
const nothing = { passed: 0, failed: 0, skipped: 0, failures: [] };
/** @type {Counts} */
export const onePassed = { ...nothing, passed: 1 };
/** @type {Counts} */
export const oneSkipped = { ...nothing, skipped: 1 };

/**
 * One failure of something that is not a test.
 * @param {string} failure what failed, in words
 * @returns {Counts}
 */
export function oneFailed(failure) {
  return { ...nothing, failed: 1, failures: [failure] };
}

/**
 * Counts Vitest's JSON report. A file that could not even be loaded has no tests in it and counts as one failure.
 * @param {VitestReport} report
 * @returns {Counts}
 */
export function countVitest(report) {
  const broken = report.testResults.filter((file) => file.status === "failed" && file.assertionResults.length === 0);
  const failedTests = report.testResults.flatMap((file) =>
    file.assertionResults
      .filter(({ status }) => status === "failed")
      .map((test) => failureText(`${file.name} › ${test.fullName}`, test.failureMessages)),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
    failures: [...failedTests, ...broken.map((file) => failureText(file.name, [file.message]))],
  };
}

/**
 * Counts Playwright's JSON report. A test that passed only on a second try has failed; so has an error outside of tests.
 * @param {PlaywrightReport} report
 * @returns {Counts}
 */
export function countPlaywright({ stats, errors, suites }) {
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
    failures: [
      ...failuresOfSuites(suites),
      ...errors.map((error) => failureText("outside of tests", messagesOf([error]))),
    ],
  };
}

/**
 * @param {readonly PlaywrightSuite[]} suites
 * @returns {string[]}
 */
function failuresOfSuites(suites) {
  return suites.flatMap(({ specs = [], suites: inner = [] }) => [
    ...specs.flatMap(({ title, file, line, tests }) =>
      tests
        .filter(({ status }) => status === "unexpected" || status === "flaky")
        .map(({ results }) => {
          const errors = results.flatMap((result) => result.errors);
          return failureText(`${file}:${line} › ${title}`, messagesOf(errors));
        }),
    ),
    ...failuresOfSuites(inner),
  ]);
}

/** @param {readonly PlaywrightError[]} errors */
function messagesOf(errors) {
  return errors.map(({ message }) => message ?? "no message");
}

const shownMessageLines = 12;

/**
 * @param {string} where
 * @param {readonly string[]} messages
 */
function failureText(where, messages) {
  const lines = messages.join("\n").split("\n");
  return [where, ...lines.slice(0, shownMessageLines).map((line) => `    ${line}`)].join("\n");
}

/**
 * The counts of a runner, which cannot be better than how it ended: a runner that failed without a failed test, or that
 * ran nothing, is one failure more.
 * @param {Counts} counts
 * @param {number} exitCode
 * @returns {Counts}
 */
export function countsWithExitCode(counts, exitCode) {
  if (exitCode !== 0 && counts.failed === 0) {
    return totalOf([counts, oneFailed(`the runner ended with exit code ${exitCode} and no failed test`)]);
  }
  return counts.passed + counts.failed === 0 ? totalOf([counts, oneFailed("the runner ran no test")]) : counts;
}

/**
 * @param {readonly Counts[]} all
 * @returns {Counts}
 */
export function totalOf(all) {
  return all.reduce(
    (sum, { passed, failed, skipped, failures }) => ({
      passed: sum.passed + passed,
      failed: sum.failed + failed,
      skipped: sum.skipped + skipped,
      failures: [...sum.failures, ...failures],
    }),
    nothing,
  );
}

/**
 * The last lines of a run: what failed and why, what was skipped, if anything, then what passed and failed.
 * @param {Counts} counts
 * @returns {string[]}
 */
export function summaryLines({ passed, failed, skipped, failures }) {
  return [
    ...failures.map((failure) => `FAILED ${failure}`),
    ...(skipped > 0 ? [`${skipped} skipped`] : []),
    `${passed} passed, ${failed} failed`,
  ];
}
