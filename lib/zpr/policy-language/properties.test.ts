import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyFix, type Span } from "@/lib/zpr/policy-language/diagnostic";
import { parseStatement } from "@/lib/zpr/policy-language/parse-statement";
import { printStatement } from "@/lib/zpr/policy-language/print-statement";
import { brokenText, statement } from "@/lib/zpr/policy-language/test-arbitraries";
import { tokenize } from "@/lib/zpr/policy-language/tokenize";

const anyText = fc.oneof(brokenText, fc.string({ maxLength: 60, unit: "binary" }), statement.map(printStatement));

describe("a statement", () => {
  it("is the same after printing and parsing", () => {
    fc.assert(
      fc.property(statement, (given) => {
        const parsed = parseStatement(printStatement(given));
        expect(parsed.diagnostics).toEqual([]);
        expect(parsed.statement).toEqual(given);
      }),
      { numRuns: 2_000 },
    );
  });

  it("that could be read from a text is printed so that it is read again, and printed the same", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { statement: meaning } = parseStatement(text);
        if (meaning === null) return;
        const printed = printStatement(meaning);
        expect(parseStatement(printed)).toMatchObject({ isValid: true, statement: meaning });
        expect(printStatement(parseStatement(printed).statement ?? meaning)).toBe(printed);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe("any text", () => {
  it("is its tokens put together, each where it says it is", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const tokens = tokenize(text);
        expect(tokens.map((token) => token.text).join("")).toBe(text);
        expect(tokens.every(({ from, to }) => text.slice(from, to).length === to - from && to > from)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  it("has a meaning, or a mistake that says why not", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { isValid, statement: meaning, diagnostics } = parseStatement(text);
        if (isValid) expect(meaning).not.toBeNull();
        else expect(diagnostics.some(({ severity }) => severity === "error")).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  it("has its mistakes and their fixes inside of it, and fixes whose edits do not overlap", () => {
    const isInside = (text: string, { from, to }: Span) => from >= 0 && from <= to && to <= text.length;
    fc.assert(
      fc.property(anyText, (text) => {
        for (const diagnostic of parseStatement(text).diagnostics) {
          expect(isInside(text, diagnostic)).toBe(true);
          if (diagnostic.fix === null) continue;
          const edits = diagnostic.fix.edits.toSorted((a, b) => a.from - b.from || a.to - b.to);
          expect(edits.every((edit, index) => isInside(text, edit) && edit.from >= (edits[index - 1]?.to ?? 0))).toBe(
            true,
          );
          expect(applyFix(text, diagnostic.fix)).not.toBe(text);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
