import { readGuardText } from "@/lib/guard-file/read-guard-text";
import { evaluateGuards, type GuardResult } from "@/lib/zpr/guards/evaluate-guards";
import type { GuardFile } from "@/lib/zpr/guards/guard-file";
import { guardLineText } from "@/lib/zpr/guards/guard-line-text";
import type { GuardCause } from "@/lib/zpr/guards/guard-words";
import { compileWorld } from "@/lib/zpr/reach/compile-world";
import { parseArguments, UsageError } from "@/scripts/lib/arguments.mjs";
import { say } from "@/scripts/lib/say.mjs";
import { printable } from "@/scripts/zpl/printable";
import { takeFile, textOf } from "@/scripts/zpl/read-document";
import { worldOf } from "@/scripts/zpl/read-world";

/**
 * `zpl test GUARDS --inventory FILE [--json]`: holds the lines of a guard file against an exported world. Gives 1 when
 * one fails or is unknown, because what nobody can say is no pass, and 0 when all pass.
 */
export async function test(words: readonly string[]): Promise<number> {
  const { file, flags } = takeFile(words, ["--inventory"]);
  const given = parseArguments(flags, { json: "switch", inventory: "word" });
  const guards = guardsOf(file);
  const { world, readAt } = worldOf(given["inventory"]);
  const results = evaluateGuards(compileWorld(world), guards.lines);
  const count = (verdict: GuardResult["verdict"]) => results.filter((result) => result.verdict === verdict).length;
  const counts = { pass: count("pass"), fail: count("fail"), unknown: count("unknown") };
  if (given["json"] === true) say(JSON.stringify({ file, readAt, ...counts, results: results.map(jsonOf) }, null, 2));
  else {
    for (const result of results) for (const line of linesOf(result)) say(printable(line));
    say(
      results.length === 0
        ? `${file} holds no mustReach and no mustNotReach line: nothing was tested.`
        : `${results.length} ${results.length === 1 ? "line" : "lines"}: ${counts.pass} pass, ${counts.fail} fail, ${counts.unknown} unknown (read ${readAt})`,
    );
  }
  return counts.fail + counts.unknown > 0 || results.length === 0 ? 1 : 0;
}

function guardsOf(file: string): GuardFile {
  const read = readGuardText(textOf(file));
  if (read.ok) return read.file;
  const mistakes = read.mistakes.map(({ line, column, field, message }) =>
    printable(`${file}:${line}:${column}: ${field === "" ? "" : `${field}: `}${message}`),
  );
  throw new UsageError(mistakes.join("\n"));
}

const causeWords: Record<GuardCause, string> = {
  "no-resource-from": "no resource is meant by its from",
  "no-resource-to": "no resource is meant by its to",
  "no-pair": "no two resources of its ends can be a pair",
  "flow-unknown": "what ZPR does with a flow is not known",
  "resources-unread": "not every resource could be read",
};

const sentenceOf = ({ line }: GuardResult) => `${line.id}: ${guardLineText(line)}`;

function linesOf(result: GuardResult): readonly string[] {
  const { verdict, cause, evidence } = result;
  const first = `${verdict.toUpperCase().padEnd(7)} ${sentenceOf(result)}${cause === null ? "" : ` (${causeWords[cause]})`}`;
  if (verdict === "pass") return [first];
  return [
    first,
    ...evidence.map(({ source, destination, count, trace }) => {
      const alike = count > 1 ? `, and ${count - 1} alike` : "";
      return `        ${source} to ${destination}: ${trace.verdict}${alike}`;
    }),
  ];
}

const jsonOf = (result: GuardResult) => ({
  id: result.line.id,
  expects: result.line.expects,
  from: result.line.from.text,
  to: result.line.to.text,
  protocol: result.line.protocol.text,
  verdict: result.verdict,
  cause: result.cause,
  pairCount: result.pairCount,
  failingPairCount: result.failingPairCount,
  evidence: result.evidence.map(({ source, destination, count, trace: { verdict } }) => ({
    source,
    destination,
    count,
    verdict,
  })),
});
