import { readFileSync, writeFileSync } from "node:fs";
import { rulesPage } from "@/lib/zpr/policy-lint/rules-page";
import { parseArguments } from "@/scripts/lib/arguments.mjs";
import { repositoryPath } from "@/scripts/lib/repository.mjs";
import { say } from "@/scripts/lib/say.mjs";

const page = repositoryPath("docs/zpl-rules.md");

/** `zpl rules [--write]`: writes docs/zpl-rules.md from the rules; without the flag, only says whether it is up to date. */
export async function rules(words: readonly string[]): Promise<number> {
  const given = parseArguments(words, { write: "switch" });
  if (given["write"] === true) writeFileSync(page, rulesPage());
  const isCurrent = readFileSync(page, "utf8") === rulesPage();
  say(
    isCurrent
      ? "docs/zpl-rules.md is up to date."
      : "docs/zpl-rules.md is not up to date: npm run zpl -- rules --write",
  );
  return isCurrent ? 0 : 1;
}
