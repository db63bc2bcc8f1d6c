import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { statementPieces } from "@/components/shared/statement-pieces";
import { severities } from "@/lib/zpr/policy-language/diagnostic";

const text = "in net.vcn:prod VCN allow app.tier:web endpoints";

describe("the pieces of a statement", () => {
  it("are drawn by the tokens of the language", () => {
    const kinds = statementPieces(text).filter(({ kind }) => kind !== "blank");
    expect(kinds.map(({ text: piece, kind }) => [piece, kind])).toEqual([
      ["in", "keyword"],
      ["net.vcn:prod", "attribute"],
      ["VCN", "keyword"],
      ["allow", "keyword"],
      ["app.tier:web", "attribute"],
      ["endpoints", "keyword"],
    ]);
  });

  it("are cut where a mark ends within a token, and take the gravest of those that cover them", () => {
    const at = text.indexOf("web");
    const marked = statementPieces(text, [
      { from: at, to: at + 3, severity: "error" },
      { from: text.indexOf("app"), to: at + 3, severity: "info" },
    ]).filter(({ mark }) => mark !== null);
    expect(marked.map(({ text: piece, mark }) => [piece, mark])).toEqual([
      ["app.tier:", "info"],
      ["web", "error"],
    ]);
  });

  it("show where something is missing by the character before", () => {
    const marked = statementPieces("allow", [{ from: 5, to: 5, severity: "error" }]);
    expect(marked.map(({ text: piece, mark }) => [piece, mark])).toEqual([
      ["allo", null],
      ["w", "error"],
    ]);
  });

  it("are the text, put together, whatever is marked in it", () => {
    const mark = fc.record({
      from: fc.nat(60),
      to: fc.nat(60),
      severity: fc.constantFrom(...severities),
    });
    fc.assert(
      fc.property(fc.string({ maxLength: 60, unit: "grapheme" }), fc.array(mark, { maxLength: 5 }), (any, marks) => {
        const pieces = statementPieces(
          any,
          marks.map(({ from, to, severity }) => ({ from: Math.min(from, to), to: Math.max(from, to), severity })),
        );
        expect(pieces.map((piece) => piece.text).join("")).toBe(any);
      }),
    );
  });
});
