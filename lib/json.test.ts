import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseJson } from "@/lib/json";

const escapedNames = ["\\", "\n", '"', "\t", "\r", "\b", "\f", "\u0000", "a\\b", '":', "\u2028"];
const text = (name: string, value: unknown) => `{"a":${JSON.stringify(value)},${JSON.stringify(name)}:2}`;

describe("a parsed JSON text", () => {
  it("has every escaped name as it was sent, whatever was parsed before", () => {
    for (const first of escapedNames) {
      for (const second of escapedNames) {
        parseJson(text(first, []));
        const parsed: object = Object(parseJson(text(second, 1)));
        expect(Object.keys(parsed)).toEqual(["a", second]);
      }
    }
  });

  it("has the names that were spelled with escapes without need", () => {
    expect(parseJson(String.raw`{"\u0061":{"\/":1},"b" : "\"c\":"}`)).toEqual({ a: { "/": 1 }, b: '"c":' });
  });

  it("keeps a member named __proto__ beside an escaped one, and pollutes no prototype", () => {
    const parsed: object = Object(parseJson(String.raw`{"__proto__":{"x":1},"\n":2}`));
    expect(Object.entries(parsed)).toEqual([
      ["__proto__", { x: 1 }],
      ["\n", 2],
    ]);
    expect(Reflect.get({}, "x")).toBeUndefined();
  });

  it("keeps names and values that look like the marks it works with", () => {
    const source = { "escaped-name-0": "escaped-name-1", "\n": { "escaped-name--0": '\\"' } };
    expect(Object.entries(Object(parseJson(JSON.stringify(source))))).toEqual(Object.entries(source));
  });

  it("takes the last of two members of one name", () => {
    expect(parseJson(String.raw`{"\n":1,"\u000a":2}`)).toEqual({ "\n": 2 });
  });

  it.each(["", "{", '{"a\\"', '{"\\n":1,}', "undefined", '{"\\x":1}'])("is refused for %j", (broken) => {
    expect(() => parseJson(broken)).toThrow(SyntaxError);
  });

  it("writes back to the same text", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const source = JSON.stringify(value);
        expect(JSON.stringify(parseJson(source))).toBe(source);
      }),
    );
  });
});
