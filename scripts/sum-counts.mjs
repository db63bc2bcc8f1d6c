// @ts-check
import { existsSync, readFileSync } from "node:fs";
import { main } from "./lib/main.mjs";
import { oneFailed, summaryLines, totalOf } from "./lib/reports.mjs";
import { repositoryPath } from "./lib/repository.mjs";
import { say } from "./lib/say.mjs";

// Adds up the counts of several runs; one that left none has failed.
await main(async () => {
  const counts = totalOf(
    process.argv.slice(2).map((name) => {
      const path = repositoryPath(`.cache/reports/counts-${name}.json`);
      return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : oneFailed(`the run ${name} left no counts`);
    }),
  );
  for (const line of summaryLines(counts)) say(line);
  process.exitCode = counts.failed === 0 ? 0 : 1;
});
