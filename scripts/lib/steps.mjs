// @ts-check
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { runNode } from "./child-process.mjs";
import { countPlaywright, countVitest, countsWithExitCode, oneFailed, onePassed, totalOf } from "./reports.mjs";
import { repositoryPath } from "./repository.mjs";
import { say } from "./say.mjs";
import { build } from "./set-up.mjs";

/**
 * @typedef {import("./reports.mjs").Counts} Counts
 * @typedef {{ readonly name: string, readonly run: () => Promise<Counts> }} Step
 */

const next = "node_modules/next/dist/bin/next";
const oxlint = "node_modules/oxlint/bin/oxlint";

/** What needs neither a network nor a browser, in order of speed to the first useful answer. @type {readonly Step[]} */
export const checkSteps = [
  {
    name: "types",
    run: async () => {
      const generated = await runNode(next, ["typegen"], { quiet: true });
      if (generated.code !== 0) say(generated.output);
      const checked = await runNode("node_modules/typescript/bin/tsc", ["--noEmit", "-p", "."]);
      return countOf("types", generated.code === 0 && checked.code === 0);
    },
  },
  { name: "lint", run: () => tool("lint", oxlint, ["-c", "oxlint.config.mjs"]) },
  { name: "format", run: () => tool("format", "node_modules/oxfmt/bin/oxfmt", ["--check", "."]) },
  { name: "knip", run: () => tool("knip", "node_modules/knip/bin/knip.js", ["--treat-config-hints-as-errors"]) },
  { name: "lockfile", run: () => tool("lockfile", "scripts/complete-lockfile.mjs", ["--check"]) },
  { name: "unit", run: () => vitest("unit") },
];

/** @type {Step} */
export const buildStep = {
  name: "build",
  run: async () => {
    const problems = await build();
    for (const problem of problems) say(problem);
    return countOf("build", problems.length === 0);
  },
};

/** @type {Step} */
export const endToEndStep = { name: "e2e", run: () => playwright([]) };

/**
 * Runs the unit and contract tests under a Node of choice.
 * @param {string} reportName
 * @param {string} [node] the Node to run them with; this one by default
 * @returns {Promise<Counts>}
 */
export async function vitest(reportName, node) {
  const report = freshReport(reportName);
  const words = ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const { code } = await runNode("node_modules/vitest/vitest.mjs", words, node === undefined ? {} : { node });
  return countsWithExitCode(countReport(report, countVitest), code);
}

/**
 * Runs the end-to-end tests against the built console.
 * @param {readonly string[]} words for Playwright
 * @returns {Promise<Counts>}
 */
export async function playwright(words) {
  const report = freshReport("e2e");
  const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: report };
  const { code } = await runNode("node_modules/@playwright/test/cli.js", ["test", "-c", "e2e", ...words], { env });
  return countsWithExitCode(countReport(report, countPlaywright), code);
}

/**
 * Runs steps one after the other, each in full, whatever the others did.
 * @param {readonly Step[]} steps
 * @returns {Promise<Counts>}
 */
export async function runSteps(steps) {
  const all = [];
  for (const { name, run } of steps) {
    const startedAt = performance.now();
    say(`\n--- ${name}`);
    const counts = await run();
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    say(`--- ${name}: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped in ${seconds} s`);
    all.push(counts);
  }
  return totalOf(all);
}

/**
 * Keeps the counts of a run for whoever adds several up (.ci/run).
 * @param {string} name
 * @param {Counts} counts
 */
export function keepCounts(name, counts) {
  writeFileSync(freshReport(`counts-${name}`), JSON.stringify(counts));
}

/**
 * @param {string} step
 * @param {string} script
 * @param {readonly string[]} words
 */
async function tool(step, script, words) {
  return countOf(step, (await runNode(script, words)).code === 0);
}

/**
 * @param {string} step
 * @param {boolean} isGood
 */
function countOf(step, isGood) {
  return isGood ? onePassed : oneFailed(`${step}: see what it printed above`);
}

/**
 * The path of a report that does not exist yet, so that an old one is never counted.
 * @param {string} name
 */
function freshReport(name) {
  const path = repositoryPath(`.cache/reports/${name}.json`);
  mkdirSync(dirname(path), { recursive: true });
  rmSync(path, { force: true });
  return path;
}

/**
 * @template Report
 * @param {string} path
 * @param {(report: Report) => Counts} count
 * @returns {Counts}
 */
function countReport(path, count) {
  if (!existsSync(path)) return oneFailed(`no report was written to ${path}`);
  return count(JSON.parse(readFileSync(path, "utf8")));
}
