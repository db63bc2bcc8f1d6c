// @ts-check
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { run, runNode } from "./child-process.mjs";
import { repositoryPath } from "./repository.mjs";
import { say } from "./say.mjs";

const buildStamp = ".cache/build.json";
const sources = [
  "app",
  "components",
  "lib",
  "public",
  "instrumentation.ts",
  "proxy.ts",
  "next.config.js",
  "package.json",
  "package-lock.json",
];

/**
 * Installs the packages unless node_modules is as new as the lock file.
 * @throws {Error} when npm fails
 */
export async function ensureInstalled() {
  const installed = modifiedAt("node_modules/.package-lock.json");
  if (installed !== null && installed >= (modifiedAt("package-lock.json") ?? 0)) return;
  say("Installing the packages (npm ci).");
  const npm = process.env["npm_execpath"];
  const { code } =
    npm !== undefined && npm.endsWith(".js")
      ? await run(process.execPath, [npm, "ci"])
      : await run("npm", ["ci"], { shell: process.platform === "win32" });
  if (code !== 0) throw new Error(`npm ci ended with code ${code}.`);
}

/**
 * Builds the console unless the last build is newer than every source.
 * @throws {Error} when the build fails
 */
export async function ensureBuilt() {
  if (isBuildFresh()) return;
  say("Building the console (next build).");
  const problems = await build();
  if (problems.length > 0) throw new Error(`The build failed: ${problems.join("; ")}.`);
}

/**
 * Builds the console.
 * @returns {Promise<string[]>} what is wrong with the build; empty when it can be used
 */
export async function build() {
  const startedAt = Date.now();
  rmSync(repositoryPath(buildStamp), { force: true });
  const { code, output } = await runNode("node_modules/next/dist/bin/next", ["build"], {
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1" },
  });
  if (code !== 0) return [`next build ended with code ${code}`];
  const problems = buildProblems(output, filesUnder(repositoryPath(".next")));
  if (problems.length === 0) {
    mkdirSync(repositoryPath(".cache"), { recursive: true });
    writeFileSync(repositoryPath(buildStamp), JSON.stringify({ startedAt, buildId: buildId() }));
  }
  return problems;
}

/**
 * A build can succeed and still be wrong: Turbopack only warns when it follows a file path out of the project, and then
 * copies what it finds there, keys included.
 * @param {string} output what `next build` said
 * @param {readonly string[]} files all that it wrote
 * @returns {string[]}
 */
export function buildProblems(output, files) {
  const warning = /encountered \d+ warnings?/i.exec(output);
  return [
    ...(warning === null ? [] : [`next build ${warning[0].toLowerCase()}`]),
    ...files.filter((file) => file.endsWith(".pem")).map((file) => `a key file got into the build: ${file}`),
  ];
}

function isBuildFresh() {
  if (!existsSync(repositoryPath(buildStamp))) return false;
  const stamp = JSON.parse(readFileSync(repositoryPath(buildStamp), "utf8"));
  if (stamp.buildId !== buildId()) return false;
  return sources.every((source) => newestUnder(repositoryPath(source)) < stamp.startedAt);
}

function buildId() {
  const path = repositoryPath(".next/BUILD_ID");
  return existsSync(path) ? readFileSync(path, "utf8") : null;
}

/** @param {string} path relative to the repository */
function modifiedAt(path) {
  return statSync(repositoryPath(path), { throwIfNoEntry: false })?.mtimeMs ?? null;
}

/**
 * When a folder last changed, its files and the folders themselves: a deleted file shows in its folder.
 * @param {string} path
 * @returns {number} 0 when there is nothing
 */
function newestUnder(path) {
  const status = statSync(path, { throwIfNoEntry: false });
  if (status === undefined) return 0;
  if (!status.isDirectory()) return status.mtimeMs;
  return Math.max(status.mtimeMs, ...readdirSync(path).map((name) => newestUnder(join(path, name))));
}

/**
 * @param {string} folder
 * @returns {string[]}
 */
function filesUnder(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
