import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { syntaxRules } from "@/lib/zpr/policy-language/syntax-rule";
import { lintRules } from "@/lib/zpr/policy-lint/lint-rule";
import { rulesPage } from "@/lib/zpr/policy-lint/rules-page";

test("docs/zpl-rules.md is what the rules give (npm run zpl -- rules --write)", () => {
  expect(readFileSync(resolve(import.meta.dirname, "../../../docs/zpl-rules.md"), "utf8")).toBe(rulesPage());
});

test("every rule has its section, and no id stands for two rules", () => {
  const ids = [...Object.keys(syntaxRules), ...Object.keys(lintRules)];
  expect(new Set(ids).size).toBe(ids.length);
  expect(rulesPage().match(/^### .*$/gmu)).toEqual(ids.map((id) => `### ${id}`));
});
