import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { withKey, withValue, writingAt } from "@/lib/filter-text/complete-filter-text";
import { valuesOfKey, withoutTerm, withValueToggled } from "@/lib/filter-text/edit-filter-text";
import { filterTermText } from "@/lib/filter-text/filter-term";
import { parseFilterText } from "@/lib/filter-text/parse-filter-text";

const partsOf = (text: string) =>
  parseFilterText(text).map(({ key, values, isNegated }) => [isNegated ? "-" : "", key, ...values]);

describe("the text of a filter", () => {
  it("holds keys, negation, quotes, alternatives and plain words", () => {
    expect(partsOf(`region:us-ashburn-1 -state:stale attr:fin.tier:db k8s:<1.32 "quoted words" plain`)).toEqual([
      ["", "region", "us-ashburn-1"],
      ["-", "state", "stale"],
      ["", "attr", "fin.tier:db"],
      ["", "k8s", "<1.32"],
      ["", null, "quoted words"],
      ["", null, "plain"],
    ]);
    expect(partsOf(`kind:a,"b, c",d -"not this" -x`)).toEqual([
      ["", "kind", "a", "b, c", "d"],
      ["-", null, "not this"],
      ["-", null, "x"],
    ]);
  });

  it("takes an attribute and an OCID for plain words, and a key in any case", () => {
    expect(partsOf("fin.tier:db ocid1.nodepool.oc1.iad.aaa:primary REGION:x")).toEqual([
      ["", null, "fin.tier:db"],
      ["", null, "ocid1.nodepool.oc1.iad.aaa:primary"],
      ["", "region", "x"],
    ]);
  });

  it("that is not finished is read as far as it goes", () => {
    expect(partsOf("region:")).toEqual([["", "region"]]);
    expect(partsOf(`cluster:""`)).toEqual([["", "cluster", ""]]);
    expect(partsOf(`"open quote`)).toEqual([["", null, "open quote"]]);
    expect(partsOf(" - ")).toEqual([["", null, "-"]]);
    expect(partsOf("")).toEqual([]);
  });

  it("says where each term stands", () => {
    const text = `  a  -region:"x y",z b`;
    expect(parseFilterText(text).map(({ from, to }) => text.slice(from, to))).toEqual(["a", `-region:"x y",z`, "b"]);
  });

  it("is read back as the terms that it was written from", () => {
    const term = fc.record({
      key: fc.constantFrom(null, "region", "k8s"),
      values: fc.array(fc.string({ minLength: 1, unit: "grapheme" }), { minLength: 1, maxLength: 3 }),
      isNegated: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(term, { maxLength: 5 }), (terms) => {
        const wanted = terms.map((each) => (each.key === null ? { ...each, values: each.values.slice(0, 1) } : each));
        const read = parseFilterText(wanted.map(filterTermText).join(" "));
        expect(read.map(({ key, values, isNegated }) => ({ key, values, isNegated }))).toEqual(wanted);
      }),
    );
  });

  it("never fails to be read, and its terms do not overlap", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("a", ":", "-", '"', ",", " ", "\\", ".") }), (text) => {
        let end = 0;
        for (const { from, to } of parseFilterText(text)) {
          expect(from).toBeGreaterThanOrEqual(end);
          expect(to).toBeGreaterThan(from);
          end = to;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});

describe("an edit of the text of a filter", () => {
  it("takes a term away and leaves the others", () => {
    const text = `a -region:x "b c"`;
    const [, region] = parseFilterText(text);
    expect(region && withoutTerm(text, region)).toBe(`a "b c"`);
  });

  it("adds a value to those of its key, and takes it away again", () => {
    expect(withValueToggled("plain", "region", "us-ashburn-1")).toBe("plain region:us-ashburn-1");
    expect(withValueToggled("region:a plain", "region", "b, c")).toBe(`region:a,"b, c" plain`);
    expect(withValueToggled(`region:A,b plain`, "region", "a")).toBe("region:b plain");
    expect(withValueToggled("region:a plain", "region", "a")).toBe("plain");
    expect(withValueToggled("-region:a", "region", "b")).toBe("-region:a region:b");
    expect(withValueToggled("", "cluster", "")).toBe(`cluster:""`);
  });

  it("knows which values are asked for and which are left out", () => {
    const text = `region:a,b -region:c other:d`;
    expect(valuesOfKey(text, "region")).toEqual(["a", "b"]);
    expect(valuesOfKey(text, "region", true)).toEqual(["c"]);
  });
});

describe("a completion of the text of a filter", () => {
  it("knows whether a key or a value is written, and what of it stands there", () => {
    expect(writingAt("plain re", 8)).toMatchObject({ part: "key", written: "re", isNegated: false });
    expect(writingAt("-re", 3)).toMatchObject({ part: "key", written: "re", isNegated: true });
    expect(writingAt("region:us plain", 9)).toMatchObject({ part: "value", key: "region", written: "us", before: [] });
    expect(writingAt("region:a,", 9)).toMatchObject({ part: "value", before: ["a"], written: "" });
    expect(writingAt(`"quoted" `, 9)).toMatchObject({ part: "key", from: 9, written: "" });
    expect(writingAt("", 0)).toMatchObject({ part: "key", written: "" });
  });

  it("puts a key or a value in the place of what is written, and the caret behind it", () => {
    const key = writingAt("a -re", 5);
    expect(withKey("a -re", key, "region")).toEqual({ text: "a -region:", caret: 10 });
    const value = writingAt("region:us,e plain", 11);
    if (value.part !== "value") throw new Error("A value is written.");
    expect(withValue("region:us,e plain", value, "eu, west")).toEqual({
      text: `region:us,"eu, west" plain`,
      caret: 21,
    });
    const last = writingAt("region:", 7);
    if (last.part !== "value") throw new Error("A value is written.");
    expect(withValue("region:", last, "x")).toEqual({ text: "region:x ", caret: 9 });
  });
});
