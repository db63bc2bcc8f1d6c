import { expect, test } from "vitest";
import { readGuardText } from "@/lib/guard-file/read-guard-text";

test("YAML is read with its comments", () => {
  const read = readGuardText("# who may\nmustReach:\n  - from: a # one\n    to: b\n    protocol: tcp/443\n");
  expect(read).toMatchObject({ ok: true, file: { lines: [{ id: "mustReach[0]", protocol: { text: "tcp/443" } }] } });
});

test("a mistake has its line, its column and its field", () => {
  const read = readGuardText("mustReach:\n  - from: a\n    to: 10.0.0.1/8\n");
  expect(read).toEqual({
    ok: false,
    mistakes: [
      {
        line: 3,
        column: 5,
        field: "mustReach[0].to",
        message: '"10.0.0.1/8" has host bits set behind its prefix. Write 10.0.0.0/8.',
      },
    ],
  });
});

test.each([
  ["what is no YAML", "mustReach: [\n"],
  ["a member that is there twice", "mustReach: []\nmustReach: []\n"],
  ["aliases, which can grow without end", "adminSources: &a [10.0.0.0/8]\nmustReach: *a\n"],
  ["a text for a file", "just words"],
])("%s is refused and never thrown", (_, text) => {
  const read = readGuardText(text);
  expect(read.ok).toBe(false);
  expect(!read.ok && read.mistakes[0]?.line).toBeGreaterThan(0);
});
