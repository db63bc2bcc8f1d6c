// @ts-check
import { readFileSync, writeFileSync } from "node:fs";
import { completeLockfile, lockfileProblems } from "./lib/lockfile.mjs";
import { repositoryPath } from "./lib/repository.mjs";
import { say } from "./lib/say.mjs";

// `npm run lockfile` completes package-lock.json after a change of packages; with --check it only reports.
const path = repositoryPath("package-lock.json");
const lockfile = JSON.parse(readFileSync(path, "utf8"));
const manifest = JSON.parse(readFileSync(repositoryPath("package.json"), "utf8"));

if (process.argv.includes("--check")) {
  const problems = lockfileProblems(lockfile, manifest);
  for (const problem of problems) say(problem);
  process.exitCode = problems.length === 0 ? 0 : 1;
} else {
  const completed = completeLockfile(lockfile);
  writeFileSync(path, `${JSON.stringify(completed.lockfile, null, 2)}\n`);
  say(`${completed.added.length} entries added to package-lock.json`);
}
