import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseJson } from "@/lib/json";
import { isJsonFault, lineAndColumn, parseLocatedJson, plainJson } from "@/lib/oke/located-json";
import { evilNames } from "@/lib/zpr/test-arbitraries";

const parsed = (text: string) => {
  const result = parseLocatedJson(text);
  return isJsonFault(result) ? result : plainJson(result);
};

const isJson = (text: string): boolean => {
  try {
    parseJson(text);
    return true;
  } catch {
    return false;
  }
};

describe("JSON with places", () => {
  it("has the value that JSON has, whatever the names, the escapes and the blanks", () => {
    const name = fc.oneof(fc.constantFrom(...evilNames), fc.string({ unit: "binary" }));
    const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        fc.oneof(
          fc.string({ unit: "binary" }),
          fc.double({ noNaN: true, noDefaultInfinity: true }),
          fc.boolean(),
          fc.constant(null),
        ),
        fc.array(tie("tree"), { maxLength: 3 }),
        fc.array(fc.tuple(name, tie("tree")), { maxLength: 3 }).map((entries): unknown => Object.fromEntries(entries)),
      ),
    }));
    fc.assert(
      fc.property(tree, fc.constantFrom(0, 2, "\t"), fc.boolean(), (value, indent, isEscaped) => {
        const text = JSON.stringify(value, null, indent);
        const sent = isEscaped ? text.replaceAll(/[^\u0020-\u007E\n\t]/g, escaped) : text;
        expect(JSON.stringify(parsed(sent))).toBe(JSON.stringify(parseJson(sent)));
      }),
    );
  });

  const escaped = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;

  it("takes exactly the texts that JSON.parse takes, and points into all others", () => {
    const piece = fc.constantFrom(
      ...Array.from('{}[],:"\\ \n\t09-.eE+u1aé'),
      "true",
      "nul",
      '"a"',
      "\\u0041",
      "\u0000",
      "\uFEFF",
      "\u00A0",
    );
    const broken = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(""));
    const almost = fc
      .tuple(fc.json({ maxDepth: 2 }), fc.nat(), piece, fc.nat(2))
      .map(
        ([text, at, inserted, removed]) =>
          text.slice(0, at % text.length) + inserted + text.slice((at % text.length) + removed),
      );
    fc.assert(
      fc.property(fc.oneof(broken, almost), (text) => {
        const result = parseLocatedJson(text);
        expect(isJsonFault(result)).toBe(!isJson(text));
        expect(result.offset).toBeGreaterThanOrEqual(0);
        expect(result.offset).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    [`{"a":1,}`, 7, "a name in double quotes is expected"],
    [`{"a" 1}`, 5, "a colon is expected"],
    [`{"a":1 "b":2}`, 7, "a comma or } is expected"],
    [`{'a':1}`, 1, "a name in double quotes is expected"],
    [`[1 2]`, 3, "a comma or ] is expected"],
    [`{"a":`, 5, "the text ends where a value is expected"],
    [``, 0, "the text ends where a value is expected"],
    [`{"a":"b`, 7, "the text ends inside a string"],
    [`{"a":"\\x"}`, 6, "this escape is not one of JSON's"],
    [`{"a":"\n"}`, 6, "a control character in a string must be written as an escape"],
    [`{} {}`, 3, "nothing may follow the value"],
    [`{"a":True}`, 5, "a value is expected"],
  ])("says where %j stops being JSON, and why", (text, offset, says) => {
    expect(parseLocatedJson(text)).toEqual({ offset, says });
  });

  it("keeps a member that is written twice", () => {
    expect(parseLocatedJson(`{"a":1,"a":2}`)).toMatchObject({
      members: [{ name: "a", nameOffset: 1 }, { nameOffset: 7 }],
    });
  });

  it("refuses what is nested too deeply instead of failing on it", () => {
    expect(parseLocatedJson("[".repeat(100_000))).toEqual({ offset: 101, says: "it is nested too deeply" });
  });

  it("tells line and column as a person counts them", () => {
    expect(lineAndColumn("{\n  💥x", 6)).toEqual({ line: 2, column: 4 });
  });
});
