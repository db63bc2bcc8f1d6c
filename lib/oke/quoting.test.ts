import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { posixWord, visibleJson, yamlSingleQuoted, yamlText } from "@/lib/oke/quoting";

const text = fc
  .array(
    fc.oneof(
      fc.constantFrom("\u0000", "\n", "\u0085", "\u200F", "\u2028", "\u202E", "\uD800", "\uDC00", "\u{E0041}"),
      fc.string(),
    ),
  )
  .map((pieces) => pieces.join(""));

describe("JSON to be pasted", () => {
  it("shows bidi marks, line separators, controls and half characters as escapes", () => {
    expect(visibleJson("a\u202Eb\u2028\u0085\u007F\uD800\u{E0041}")).toBe(
      String.raw`"a\u202eb\u2028\u0085\u007f\ud800\udb40\udc41"`,
    );
  });

  it("leaves letters of any script readable", () => {
    expect(visibleJson({ town: "Zürich 東京 💥" })).toBe('{"town":"Zürich 東京 💥"}');
  });

  it("is one visible line and parses to the same value, indented or not", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 2 }), text, (value, found) => {
        const line = visibleJson([value, found]);
        expect(line).not.toMatch(/[\p{C}\p{Zl}\p{Zp}]/u);
        expect(JSON.parse(line)).toEqual(JSON.parse(JSON.stringify([value, found])));
        expect(JSON.parse(visibleJson([value, found], 2))).toEqual(JSON.parse(line));
      }),
    );
  });
});

describe.skipIf(process.platform === "win32")("a word for the shell", () => {
  it.each(["", "a b", "it's", "'", "''", "$(id)", "`id`", "\\", "!!", "*", "-n", "\n", '"', "💥", "a'$(id)'b"])(
    "reaches the program as %j",
    (text) => {
      expect(execFileSync("sh", ["-c", `printf %s ${posixWord(text)}`], { encoding: "utf8" })).toBe(text);
    },
  );
});

describe("YAML", () => {
  it.each([
    ["front-end", "front-end"],
    ["true", '"true"'],
    ["No", '"No"'],
    ["123", '"123"'],
    ["a: b", '"a: b"'],
    ["a #b", '"a #b"'],
    ['say "x"\n', String.raw`"say \"x\"\n"`],
    ["\u202E\u{E0041}", String.raw`"\u202e\U000e0041"`],
    ["", '""'],
  ])("writes the name %j as %s", (text, yaml) => {
    expect(yamlText(text)).toBe(yaml);
  });

  it("doubles quotes inside single quotes", () => {
    expect(yamlSingleQuoted("it's")).toBe("'it''s'");
  });
});
