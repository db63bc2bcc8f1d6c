import { noFacts } from "@/lib/zpr/policy-lint/lint-facts";
import { worldFacts } from "@/lib/zpr/policy-lint/world-facts";
import { parseArguments, UsageError } from "@/scripts/lib/arguments.mjs";
import { checkReport, reportJson, reportLines } from "@/scripts/zpl/check-report";
import { readDocument, takeFile } from "@/scripts/zpl/read-document";
import { worldOf } from "@/scripts/zpl/read-world";
import { writeLines } from "@/scripts/zpl/write-lines";

/**
 * `zpl check FILE|- [--inventory WORLD] [--json] [--max-warnings N]`: prints what is wrong with the statements of a file,
 * and with an exported world also which of their names mean nothing in it. Of one statement at most twenty findings, and
 * how many more there are. Gives 1 when one does not parse, or when there are more warnings than N, and 0 otherwise.
 */
export async function check(words: readonly string[]): Promise<number> {
  const { file, flags } = takeFile(words, ["--max-warnings", "--inventory"]);
  const given = parseArguments(flags, { json: "switch", "max-warnings": "word", inventory: "word" });
  const maxWarnings = maxWarningsFrom(given["max-warnings"]);
  const document = readDocument(file);
  const world = given["inventory"] === undefined ? null : worldOf(given["inventory"]);
  const readAt = world === null ? null : world.readAt;
  const report = checkReport(document, world === null ? noFacts : worldFacts(world));
  const { errors, warnings } = report.counts;
  await writeLines(given["json"] === true ? [reportJson(file, report, readAt)] : reportLines(file, report, readAt));
  return errors > 0 || warnings > maxWarnings ? 1 : 0;
}

function maxWarningsFrom(given: string | true | undefined): number {
  if (given === undefined) return Infinity;
  if (given === true || !/^\d+$/.test(given)) throw new UsageError("--max-warnings needs a number.");
  return Number(given);
}
