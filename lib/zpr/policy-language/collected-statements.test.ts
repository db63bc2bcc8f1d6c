import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseStatement } from "@/lib/zpr/policy-language/parse-statement";
import { printStatement } from "@/lib/zpr/policy-language/print-statement";

/** Names a directory with statements that were collected in public places, each with the verdict it got there. */
const directory = process.env.ZPL_STATEMENTS || null;

const rowsOf = (file: string) =>
  directory === null
    ? []
    : readFileSync(join(directory, file), "utf8")
        .split("\n")
        .filter((line) => line !== "" && !line.startsWith("#"))
        .map((line) => line.split("\t"));

describe.skipIf(directory === null)("the collected statements", () => {
  const rows = rowsOf("zpl-statements.tsv").slice(1);

  it("get the verdict that they got", () => {
    expect(rows.length).toBeGreaterThan(100);
    const wrong = rows.filter(([text = "", , verdict]) => parseStatement(text).isValid !== (verdict === "ok"));
    expect(wrong).toEqual([]);
  });

  it("that are right are the same after printing and parsing", () => {
    for (const [text = "", , verdict] of rows) {
      if (verdict !== "ok") continue;
      const { statement, diagnostics } = parseStatement(text);
      if (statement === null) throw new Error(`No meaning: ${text}`);
      expect(diagnostics).toEqual([]);
      expect(parseStatement(printStatement(statement)).statement).toEqual(statement);
    }
  });

  it("that are templates are wrong by their placeholders, and right once these are filled in", () => {
    const templates = rowsOf("zpl-templates.txt").map((cells) => cells.at(-1) ?? "");
    expect(templates.length).toBeGreaterThan(5);
    for (const template of templates.filter((each) => !each.endsWith("..."))) {
      expect(new Set(parseStatement(template).diagnostics.map(({ rule }) => rule))).toEqual(new Set(["placeholder"]));
      const filled = template.replaceAll(/<[^>]*CIDR>/g, "'10.0.0.0/16'").replaceAll(/<[^>]*>/g, "app.tier:web");
      expect(parseStatement(filled)).toMatchObject({ isValid: true });
    }
  });
});
