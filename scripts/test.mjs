// @ts-check
import { parseArguments } from "./lib/arguments.mjs";
import { ensureChromium } from "./lib/chromium.mjs";
import { ensureKubectl } from "./lib/kubectl.mjs";
import { main } from "./lib/main.mjs";
import { summaryLines } from "./lib/reports.mjs";
import { say } from "./lib/say.mjs";
import { ensureInstalled } from "./lib/set-up.mjs";
import { buildStep, checkSteps, endToEndStep, keepCounts, runSteps } from "./lib/steps.mjs";

// `npm test`: everything, from a fresh clone with Node and nothing else.
await main(async () => {
  parseArguments(process.argv.slice(2), {});
  await ensureInstalled();
  process.env["CHROMIUM_PATH"] = await ensureChromium();
  await ensureKubectl();
  const counts = await runSteps([...checkSteps, buildStep, endToEndStep]);
  keepCounts("test", counts);
  say("");
  for (const line of summaryLines(counts)) say(line);
  process.exitCode = counts.failed === 0 ? 0 : 1;
});
