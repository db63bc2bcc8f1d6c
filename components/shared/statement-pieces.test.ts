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

  it("are cut in time in proportion to the text, however many marks there are", () => {
    const timeOf = (count: number) => {
      const marks = Array.from({ length: count }, (_, index) => ({ from: 4 * index, to: 4 * index + 3 })).map(
        (span) => ({
          ...span,
          severity: "error" as const,
        }),
      );
      const before = process.cpuUsage();
      expect(statementPieces("a:b ".repeat(count), marks)).toHaveLength(2 * count);
      return process.cpuUsage(before).user / 1_000;
    };
    timeOf(1_000);
    const small = Math.min(timeOf(1_000), timeOf(1_000));
    // Sixteen times the text; square growth would be 256 times the time.
    expect(Math.min(timeOf(16_000), timeOf(16_000))).toBeLessThan(60 * small + 200);
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
        for (const { from, to, mark: drawn } of pieces) {
          const covering = marks
            .filter((each) => each.from !== each.to && Math.min(each.from, each.to) < to)
            .filter((each) => Math.max(each.from, each.to) > from);
          const gravest = severities.find((severity) => covering.some((each) => each.severity === severity));
          if (gravest !== undefined)
            expect(severities.indexOf(drawn ?? "info")).toBeLessThanOrEqual(severities.indexOf(gravest));
        }
      }),
    );
  });
});
