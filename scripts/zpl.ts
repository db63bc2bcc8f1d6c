import { UsageError } from "@/scripts/lib/arguments.mjs";
import { main } from "@/scripts/lib/main.mjs";

/** `npm run zpl -- COMMAND`: the policy language for people's own pipelines. Nothing here calls OCI. */
const commands: Readonly<Record<string, (words: readonly string[]) => Promise<number>>> = {
  check: async (words) => (await import("@/scripts/zpl/check")).check(words),
  format: async (words) => (await import("@/scripts/zpl/format")).format(words),
  rules: async (words) => (await import("@/scripts/zpl/rules")).rules(words),
  test: async (words) => (await import("@/scripts/zpl/test")).test(words),
  fuzz: async (words) => (await import("@/scripts/zpl/fuzz")).fuzz(words),
};

await main(async () => {
  const [name = "", ...words] = process.argv.slice(2);
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) {
    throw new UsageError(`Usage: npm run zpl -- COMMAND, where COMMAND is one of ${Object.keys(commands).join(", ")}.`);
  }
  process.exitCode = await command(words);
});
