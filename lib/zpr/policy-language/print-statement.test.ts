import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { printAttribute } from "@/lib/zpr/policy-language/print-statement";

describe("the name of an attribute in a policy", () => {
  it.each([
    ["bare where it can be", "fin", "tier", "db-1_a", "fin.tier:db-1_a"],
    ["quoted for a space", "my-corp", "biz", "dev and test db", "'my-corp.biz:dev and test db'"],
    ["quoted for a period", "fin", "tier", "v1.2", "'fin.tier:v1.2'"],
    ["quoted for a colon, which bare looks like a slip", "fin", "tier", "a:b", "'fin.tier:a:b'"],
    ["quoted with the inner quote doubled", "fin", "owner", "o'neil", "'fin.owner:o''neil'"],
    ["quoted for letters outside ASCII", "fin", "town", "Zürich", "'fin.town:Zürich'"],
  ])("is %s", (_, namespace, key, value, text) => {
    expect(printAttribute({ namespace, key, value })).toBe(text);
  });

  it("never ends inside its value: quotes come in pairs", () => {
    fc.assert(
      fc.property(fc.string(), (value) => {
        const text = printAttribute({ namespace: "n", key: "k", value });
        const quotes = text.split("'").length - 1;
        expect(quotes % 2).toBe(0);
        expect(text.startsWith("'") ? text.slice(1, -1).replaceAll("''", "'") : text).toBe(`n.k:${value}`);
      }),
    );
  });
});
