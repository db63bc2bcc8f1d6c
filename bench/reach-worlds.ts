import { runAgreement } from "@/lib/zpr/reach/test-agreement-run";
import { UsageError } from "@/scripts/lib/arguments.mjs";
import { say } from "@/scripts/lib/say.mjs";

/**
 * Holds the evaluator against the naive one in as many random worlds as the first word says (100,000), with the seed of
 * the second. Throws where they disagree.
 */
export async function benchReachWorlds([count = "100000", seed = `${Date.now() % 2 ** 31}`]: readonly string[]) {
  const [worlds, seedNumber] = [Number(count), Number(seed)];
  if (!Number.isSafeInteger(worlds) || worlds < 1 || !Number.isSafeInteger(seedNumber)) {
    throw new UsageError("Usage: npm run bench -- reach-worlds [NUMBER [SEED]]");
  }
  say(`${worlds} random worlds, seed ${seedNumber}`);
  const startedMs = performance.now();
  runAgreement(worlds, seedNumber);
  say(`  agree; ${((performance.now() - startedMs) / 1_000).toFixed(0)} s`);
}
