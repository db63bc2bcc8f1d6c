import { UsageError } from "./lib/arguments.mjs";
// @ts-check
import { main } from "./lib/main.mjs";
import { summaryLines } from "./lib/reports.mjs";
import { say } from "./lib/say.mjs";
import { checkSteps, runSteps } from "./lib/steps.mjs";

// `npm run check`: what needs neither a network nor a browser; `npm run check -- types lint` runs only those.
await main(async () => {
  const wanted = process.argv.slice(2);
  const names = checkSteps.map((step) => step.name);
  const unknown = wanted.find((name) => !names.includes(name));
  if (unknown !== undefined) throw new UsageError(`Unknown check "${unknown}". Known are ${names.join(", ")}.`);
  const counts = await runSteps(checkSteps.filter(({ name }) => wanted.length === 0 || wanted.includes(name)));
  for (const line of summaryLines(counts)) say(line);
  process.exitCode = counts.failed === 0 ? 0 : 1;
});
