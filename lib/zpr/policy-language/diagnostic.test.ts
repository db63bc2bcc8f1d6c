import { expect, test } from "vitest";
import { gravestOf, type Severity } from "@/lib/zpr/policy-language/diagnostic";

const many = (severity: Severity, count: number, from: number) =>
  Array.from({ length: count }, (_, index) => ({ severity, at: from + index }));

test("of many findings the gravest are kept, in their order, and of few all", () => {
  const findings = [...many("info", 30, 0), ...many("error", 3, 30), ...many("warning", 2, 33), ...many("info", 9, 35)];
  const kept = gravestOf(findings, ({ severity }) => severity);
  expect(kept.map(({ at }) => at)).toEqual([...Array.from({ length: 15 }, (_, at) => at), 30, 31, 32, 33, 34]);
  const few = findings.slice(0, 20);
  expect(gravestOf(few, ({ severity }) => severity)).toBe(few);
});
