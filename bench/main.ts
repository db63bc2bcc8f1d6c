import { ensureBuilt } from "@/scripts/lib/set-up.mjs";

/** Every benchmark by the name it is called with: `npm run bench -- NAME`. Each builds on the built console. */
const benchmarks: Readonly<Record<string, (words: readonly string[]) => Promise<void>>> = {
  "first-load": async () => (await import("@/bench/first-load")).benchFirstLoad(),
};

const [name = "", ...words] = process.argv.slice(2);
const benchmark = Object.hasOwn(benchmarks, name) ? benchmarks[name] : undefined;
if (benchmark === undefined) {
  process.stderr.write(`Usage: npm run bench -- NAME, where NAME is one of ${Object.keys(benchmarks).join(", ")}\n`);
  process.exitCode = 2;
} else {
  await ensureBuilt();
  await benchmark(words);
}
