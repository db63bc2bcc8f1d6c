import { describe, expect, it } from "vitest";
import { literalParts } from "@/components/ui/literal-parts";

describe("literalParts", () => {
  it("leaves plain text of any script in one piece", () => {
    expect(literalParts("données-α 漢字 <b>")).toEqual([{ text: "données-α 漢字 <b>" }]);
  });

  it("shows a right-to-left override, which would hide what follows, as its code point", () => {
    expect(literalParts("db\u202Egpj.exe")).toEqual([{ text: "db" }, { codePoint: "U+202E" }, { text: "gpj.exe" }]);
  });

  it.each([
    ["a zero-width space", "\u200B", "U+200B"],
    ["a newline", "\n", "U+000A"],
    ["a no-break space", "\u00A0", "U+00A0"],
    ["a soft hyphen", "\u00AD", "U+00AD"],
    ["a character of the private area", "\uE000", "U+E000"],
    ["half of a surrogate pair", "\uD800", "U+D800"],
    ["a tag character above the first plane", "\u{E0041}", "U+E0041"],
  ])("shows %s as its code point", (_name, character, codePoint) => {
    expect(literalParts(`a${character}`)).toEqual([{ text: "a" }, { codePoint }]);
  });

  it("keeps every blank between words as it is", () => {
    expect(literalParts("a b")).toEqual([{ text: "a b" }]);
  });

  it("gives no parts for no text", () => {
    expect(literalParts("")).toEqual([]);
  });
});
