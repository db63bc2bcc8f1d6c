import { expect, test } from "vitest";
import { parseArguments, portFrom, UsageError } from "@/scripts/lib/arguments.mjs";

const flags = { port: "port", "no-open": "switch", seed: "word" } as const;

test("flags are read with their values, in either spelling", () => {
  expect(parseArguments(["--port", "4000", "--no-open", "--seed=scale:40"], flags)).toEqual({
    port: "4000",
    "no-open": true,
    seed: "scale:40",
  });
  expect(portFrom("4000")).toBe(4000);
  expect(portFrom(undefined)).toBeUndefined();
});

test.each([
  [["--prot", "1"], 'Unknown argument "--prot". Known are --port N, --no-open, --seed NAME.'],
  [["acme"], 'Unknown argument "acme". Known are --port N, --no-open, --seed NAME.'],
  [["--constructor"], 'Unknown argument "--constructor". Known are --port N, --no-open, --seed NAME.'],
  [["--port"], "--port needs a value."],
  [["--seed", "--no-open"], "--seed needs a value."],
  [["--seed="], "--seed needs a value."],
  [["--port", "0"], '--port needs a port between 1 and 65535, not "0".'],
  [["--port", "65536"], '--port needs a port between 1 and 65535, not "65536".'],
  [["--port", "80a"], '--port needs a port between 1 and 65535, not "80a".'],
  [["--no-open=yes"], "--no-open takes no value."],
  [["--seed", "a", "--seed", "b"], "--seed is given twice."],
])("%j is refused in one sentence", (words, message) => {
  expect(() => parseArguments(words, flags)).toThrow(new UsageError(message));
});
