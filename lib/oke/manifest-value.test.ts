import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseManifestValue, printManifestValue } from "@/lib/oke/manifest-value";
import type { SecurityAttributeCatalog } from "@/lib/zpr/security-attribute-namespace";
import { isSameSecurityAttributes, securityAttributesFromWire } from "@/lib/zpr/security-attributes";
import { attributeSet, wireMap } from "@/lib/zpr/test-arbitraries";

const problemsOf = (...input: Parameters<typeof parseManifestValue>) =>
  parseManifestValue(...input).problems.map(
    ({ code, line, column, message }) => `${line}:${column} ${code}: ${message}`,
  );

const enforce = (value: string) => `{"value":"${value}","mode":"enforce"}`;

describe("the value of a manifest", () => {
  it("comes back as it was printed, hostile names and unknown members included", () => {
    fc.assert(
      fc.property(attributeSet, (attributes) => {
        const { attributes: parsed, problems } = parseManifestValue(printManifestValue(attributes));
        expect(parsed).not.toBeNull();
        expect(isSameSecurityAttributes(parsed ?? [], attributes)).toBe(true);
        expect(printManifestValue(parsed ?? [])).toBe(printManifestValue(attributes));
        expect(problems.every(({ code }) => code === "mode-missing")).toBe(true);
        expect(problems).toHaveLength(attributes.filter(({ mode }) => mode === null).length);
      }),
    );
  });

  it("is understood as OCI's own map is, or not at all", () => {
    fc.assert(
      fc.property(wireMap, (map) => {
        const { attributes } = parseManifestValue(JSON.stringify(map));
        const stored = securityAttributesFromWire(map);
        if (attributes === null) expect(stored.some(isOdd)).toBe(true);
        else expect(isSameSecurityAttributes(attributes, stored)).toBe(true);
      }),
    );
  });

  const isOdd = ({ unreadable, otherMembers }: ReturnType<typeof securityAttributesFromWire>[number]) =>
    unreadable !== null || otherMembers.some(([name]) => name === "mode");

  it("points every problem into the text, and never throws", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          wireMap.map((map) => JSON.stringify(map, null, 1)),
        ),
        (text) => {
          const { attributes, problems } = parseManifestValue(text, { cap: 1 });
          for (const { offset, line, column } of problems) {
            expect(offset).toBeLessThanOrEqual(text.length);
            expect(Array.from(text.split("\n")[line - 1] ?? "").length + 1).toBeGreaterThanOrEqual(column);
          }
          if (attributes === null) expect(problems).not.toEqual([]);
        },
      ),
    );
  });

  it("may be an empty set", () => {
    expect(parseManifestValue("{}")).toEqual({ attributes: [], problems: [] });
    expect(parseManifestValue(` { "fin" : {} } `)).toEqual({ attributes: [], problems: [] });
  });

  it.each([
    ["", "1:1 not-json: This is not JSON: the text ends where a value is expected."],
    [
      `{"fin":{"tier":${enforce("db")}}`,
      "1:48 not-json: This is not JSON: the text ends where a comma or } is expected.",
    ],
    [`{\n  "fin": {\n    'tier': 1`, "3:5 not-json: This is not JSON: a name in double quotes is expected."],
    [`null`, "1:1 not-a-map: The value must be a map, and this is null."],
    [`{"fin":"tier"}`, "1:8 not-a-map: The namespace fin must be a map, and this is text."],
    [`{"fin":{"tier":"db"}}`, "1:16 not-a-map: fin.tier must be a map, and this is text."],
    [
      `{"fin":{"tier":{"value":42,"mode":"enforce"}}}`,
      "1:25 value-not-text: The value of fin.tier must be text in double quotes, and this is 42.",
    ],
    [`{"fin":{"tier":{"mode":"enforce"}}}`, "1:9 value-not-text: fin.tier has no value."],
    [
      `{"fin":{"tier":{"value":"db","mode":["enforce"]}}}`,
      "1:37 mode-not-text: The mode of fin.tier must be text, and this is a list.",
    ],
  ])("is no set when it is %j", (text, problem) => {
    expect(parseManifestValue(text).attributes).toBeNull();
    expect(problemsOf(text)).toEqual([problem]);
  });

  it("is a set even without a mode, and says so", () => {
    const text = `{"fin":{"tier":{"value":"db"}}}`;
    expect(parseManifestValue(text).attributes).toMatchObject([
      { namespace: "fin", key: "tier", value: "db", mode: null },
    ]);
    expect(problemsOf(text)).toEqual([
      `1:9 mode-missing: fin.tier has no mode; write "mode":"enforce" beside its value.`,
    ]);
  });

  it("takes the last of two members with one name, and says that there are two", () => {
    const text = `{"fin":{"tier":${enforce("a")},"tier":${enforce("b")}}}`;
    expect(parseManifestValue(text).attributes).toMatchObject([{ value: "b" }]);
    expect(problemsOf(text)).toEqual([
      "1:47 repeated-name: tier stands here for the second time; only the last counts.",
    ]);
  });

  it("finds one name in two cases", () => {
    expect(problemsOf(`{"fin":{"tier":${enforce("a")},"Tier":${enforce("b")}}}`)).toEqual([
      "1:47 repeated-name: fin.Tier is set twice: OCI takes no notice of case in names.",
    ]);
  });

  it("says which attribute is one too many", () => {
    const text = `{"fin":{"a":${enforce("1")},"b":${enforce("1")},"c":${enforce("1")}}}`;
    expect(problemsOf(text, { cap: 2 })).toEqual([
      "1:79 over-the-cap: At most 2 security attributes go on this resource; here are 3.",
    ]);
  });

  it("keeps names that mean something to JavaScript apart from what they mean there", () => {
    const text = `{"__proto__":{"constructor":{"value":"toString","mode":"enforce","__proto__":1}}}`;
    const { attributes } = parseManifestValue(text);
    expect(attributes).toMatchObject([{ namespace: "__proto__", key: "constructor", value: "toString" }]);
    expect(printManifestValue(attributes ?? [])).toContain(`{"__proto__":{"constructor":`);
  });
});

const catalog = (
  complete: Partial<SecurityAttributeCatalog> = {},
  isDefinitionListComplete = true,
): SecurityAttributeCatalog => ({
  namespaces: [
    {
      id: "ocid1.securityattributenamespace.oc1..a",
      compartmentId: "ocid1.tenancy.oc1..a",
      name: "Fin",
      description: "",
      isRetired: false,
      lifecycleState: "ACTIVE",
      mode: ["enforce"],
      timeCreated: null,
      definitions: [],
      isDefinitionListComplete,
    },
  ],
  isNamespaceListComplete: true,
  gaps: [],
  ...complete,
});

describe("names in the value of a manifest", () => {
  const text = `{"fin":{"tier":${enforce("a")}},"net":{"zone":${enforce("b")}}}`;

  it("are looked up without regard to case", () => {
    expect(problemsOf(text, { catalog: catalog() })).toEqual([
      "1:9 unknown-key: The namespace Fin has no attribute tier.",
      "1:55 unknown-namespace: There is no namespace net among those you can see.",
    ]);
  });

  it("are not called unknown when the lists that would hold them were not read to the end", () => {
    expect(problemsOf(text, { catalog: catalog({}, false) })).toEqual([expect.stringContaining("unknown-namespace")]);
    expect(problemsOf(text, { catalog: catalog({ isNamespaceListComplete: false }) })).toEqual([]);
  });
});
