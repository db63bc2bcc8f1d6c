import { UsageError } from "@/scripts/lib/arguments.mjs";
import { main } from "@/scripts/lib/main.mjs";
import { ensureBuilt } from "@/scripts/lib/set-up.mjs";

/** Every benchmark by the name it is called with: `npm run bench -- NAME`. */
const benchmarks: Readonly<Record<string, (words: readonly string[]) => Promise<void>>> = {
  inventory: async (words) => (await import("@/bench/inventory")).benchInventory(words),
  nodes: async (words) => (await import("@/bench/nodes")).benchNodes(words),
  zpl: async () => (await import("@/bench/zpl")).benchZpl(),
  reach: async () => (await import("@/bench/reach")).benchReach(),
  "reach-worlds": async (words) => (await import("@/bench/reach-worlds")).benchReachWorlds(words),
  map: async () => (await import("@/bench/map")).benchMap(),
  tables: async (words) => (await import("@/bench/tables")).benchTables(words),
  "first-load": async () => (await import("@/bench/first-load")).benchFirstLoad(),
};
/** Those that measure a part by itself; every other builds on the built console. */
const withoutConsole: readonly string[] = ["zpl", "reach", "reach-worlds"];

await main(async () => {
  const [name = "", ...words] = process.argv.slice(2);
  const benchmark = Object.hasOwn(benchmarks, name) ? benchmarks[name] : undefined;
  if (benchmark === undefined) {
    throw new UsageError(`Usage: npm run bench -- NAME, where NAME is one of ${Object.keys(benchmarks).join(", ")}.`);
  }
  if (!withoutConsole.includes(name)) await ensureBuilt();
  await benchmark(words);
});
