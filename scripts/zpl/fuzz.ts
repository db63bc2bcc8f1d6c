import { parseArguments, UsageError } from "@/scripts/lib/arguments.mjs";
import { say } from "@/scripts/lib/say.mjs";
import { fuzzTexts } from "@/scripts/zpl/fuzz-texts";
import { problemOf, reportProblemOf } from "@/scripts/zpl/promises";

/**
 * `zpl fuzz [--count N] [--seed N]`: parses texts that nobody wrote and checks what the parser promises of each. Prints
 * the seed first, so that a failure can be had again. Gives 1 at the first broken promise.
 */
export async function fuzz(words: readonly string[]): Promise<number> {
  const given = parseArguments(words, { count: "word", seed: "word" });
  const count = numberFrom(given["count"], 200_000);
  const seed = numberFrom(given["seed"], Math.floor(Math.random() * 2 ** 31));
  say(`Parsing ${count} texts, seed ${seed}.`);
  const startedMs = performance.now();
  let slowest = { perKilobyteMs: 0, length: 0 };
  let characters = 0;
  for (const text of fuzzTexts(seed, count)) {
    const textStartedMs = performance.now();
    const problem = problemOf(text) ?? (text.length > 10_000 ? reportProblemOf(text) : null);
    const tookMs = performance.now() - textStartedMs;
    if (problem !== null) {
      say(`Broken: ${problem}\n${JSON.stringify(text)}`);
      return 1;
    }
    characters += text.length;
    const perKilobyteMs = tookMs / Math.max(1, text.length / 1_024);
    if (text.length > 10_000 && perKilobyteMs > slowest.perKilobyteMs) slowest = { perKilobyteMs, length: text.length };
  }
  const seconds = ((performance.now() - startedMs) / 1_000).toFixed(1);
  say(
    `All as promised: ${characters} characters in ${seconds} s; of those over 10,000 characters the slowest had ${slowest.length} and took ${slowest.perKilobyteMs.toFixed(2)} ms per 1,024.`,
  );
  return 0;
}

function numberFrom(given: string | true | undefined, otherwise: number): number {
  if (given === undefined) return otherwise;
  if (given === true || !/^\d{1,10}$/.test(given)) throw new UsageError("--count and --seed need a number.");
  return Number(given);
}
