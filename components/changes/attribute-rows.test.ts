import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  blankRow,
  carriedBy,
  isBlank,
  operationsOf,
  problemsOfRows,
  rowOfField,
  rowsOf,
  surplusOf,
  withKey,
  withNamespace,
  withValue,
  type AttributeRow,
} from "@/components/changes/attribute-rows";
import type { SelectableNamespace } from "@/lib/contract/security-attributes";
import type { SecurityAttribute } from "@/lib/zpr/security-attribute";
import { applyChangeOperations, attributeNameKey, securityAttributesDifference } from "@/lib/zpr/security-attributes";

const attribute = (name: string, value: string, more: Partial<SecurityAttribute> = {}): SecurityAttribute => {
  const [namespace = "", key = ""] = name.split(".");
  return { namespace, key, value, mode: "enforce", otherMembers: [], unreadable: null, ...more };
};

const row = (id: number, name: string, value: string): AttributeRow => {
  const [namespace = "", key = ""] = name.split(".");
  return { id, namespace, key, value, isCleared: false };
};

const current = [attribute("fin.tier", "web"), attribute("net.zone", "a", { mode: "audit" })];

const definition = (name: string, more: Partial<SelectableNamespace["keys"][number]> = {}) => ({
  name,
  description: "",
  allowedValues: null,
  isSelectable: true,
  reason: null,
  ...more,
});
const namespaces: readonly SelectableNamespace[] = [
  {
    id: "n1",
    name: "fin",
    description: "",
    isSelectable: true,
    reason: null,
    keys: [
      definition("tier", { allowedValues: ["web", "db"] }),
      definition("old", { isSelectable: false, reason: "It is retired." }),
    ],
  },
];
const problems = (rows: readonly AttributeRow[], isFinal = false) =>
  problemsOfRows(rows, current, { namespaces, isFinal });

describe("choosing", () => {
  it("another namespace clears attribute and value, and says so", () => {
    expect(withNamespace(row(1, "fin.tier", "web"), "net")).toEqual({
      id: 1,
      namespace: "net",
      key: null,
      value: "",
      isCleared: true,
    });
  });

  it("a first namespace clears nothing and says nothing", () => {
    expect(withNamespace(blankRow(1), "net").isCleared).toBe(false);
  });

  it("the same namespace again leaves the row as it is", () => {
    const chosen = row(1, "fin.tier", "web");
    expect(withNamespace(chosen, "fin")).toBe(chosen);
  });

  it("another attribute clears the value", () => {
    expect(withKey(row(1, "fin.tier", "web"), "owner").value).toBe("");
  });

  it("a value ends the word that something was cleared", () => {
    expect(withValue(withNamespace(row(1, "fin.tier", "web"), "net"), "x").isCleared).toBe(false);
  });
});

describe("the steps of rows", () => {
  it("are an addition for a new name, a new value for one that is there, and nothing for a blank row", () => {
    expect(operationsOf([row(1, "fin.owner", "ops"), blankRow(2), row(3, "fin.tier", "db")], current)).toEqual([
      { op: "add", namespace: "fin", key: "owner", value: "ops" },
      { op: "replace", namespace: "fin", key: "tier", value: "db" },
    ]);
  });

  it("spell a name that is there as the resource does", () => {
    expect(operationsOf([row(1, "FIN.Tier", "db")], current)[0]).toMatchObject({ namespace: "fin", key: "tier" });
  });

  it("come back from rows made of them", () => {
    const operations = operationsOf([row(1, "fin.owner", "ops"), row(2, "fin.tier", "db")], current);
    expect(operationsOf(rowsOf(operations, 7), current)).toEqual(operations);
  });

  const name = fc.constantFrom("fin", "FIN", "net", "__proto__", "a");
  const anyRow: fc.Arbitrary<AttributeRow> = fc.record({
    id: fc.nat(),
    namespace: fc.option(name),
    key: fc.option(fc.constantFrom("tier", "zone", "Zone", "constructor")),
    value: fc.constantFrom("", "web", "db", "a", "x".repeat(256), "\uD83D"),
    isCleared: fc.boolean(),
  });

  it("can be applied whenever no row has a problem, and do what the rows say and nothing else", () => {
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 4 }), (rows) => {
        const found = problemsOfRows(rows, current, { namespaces: [], isFinal: true });
        fc.pre(found.every((problem) => Object.keys(problem).length === 0));
        const operations = operationsOf(rows, current);
        const applied = applyChangeOperations(current, operations);
        if (!applied.ok) throw new Error(JSON.stringify(applied.problems));
        const { added, changed, removed } = securityAttributesDifference(current, applied.after);
        const filled = rows.filter((each) => !isBlank(each));
        const wanted = filled.map((each) => `${attributeNameKey(each.namespace ?? "", each.key ?? "")}=${each.value}`);
        const shown = [...added, ...changed.map(({ after }) => after)].map(
          (each) => `${attributeNameKey(each.namespace, each.key)}=${each.value}`,
        );
        expect(shown.toSorted()).toEqual(wanted.toSorted());
        expect(changed.length).toBe(filled.filter((each) => carriedBy(each, current) !== undefined).length);
        expect(removed).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

describe("what is wrong with rows", () => {
  it("is nothing while they are being filled", () => {
    expect(problems([blankRow(1), { ...blankRow(2), namespace: "fin" }])).toEqual([{}, {}]);
  });

  it("is the first thing that is missing, once the review is asked for", () => {
    expect(problems([{ ...blankRow(1), namespace: "fin" }, row(2, "fin.owner", "")], true)).toEqual([
      { key: "Choose an attribute." },
      { value: "A value is missing." },
    ]);
  });

  it("is not a blank row beside a filled one, but is one that stands alone", () => {
    expect(problems([row(1, "fin.owner", "x"), blankRow(2)], true)).toEqual([{}, {}]);
    expect(problems([blankRow(1)], true)).toEqual([{ namespace: "Choose a namespace." }]);
  });

  it("is the same attribute twice, in the later row, whatever the case", () => {
    const [first, second] = problems([row(1, "fin.owner", "x"), row(2, "Fin.Owner", "y")]);
    expect([first?.key, second?.key]).toEqual([undefined, expect.stringContaining("Another row")]);
  });

  it("is a value that is there already, but not one whose mode would become enforce", () => {
    expect(problems([row(1, "fin.tier", "web"), row(2, "net.zone", "a")])).toEqual([
      { value: "It has this value already." },
      {},
    ]);
  });

  it("is a value of 256 characters, and not one of 255 that are two code units each", () => {
    expect(problems([row(1, "a.b", "x".repeat(256))])[0]?.value).toContain("256");
    expect(problems([row(1, "a.b", "💥".repeat(255))])).toEqual([{}]);
  });

  it("is a retired attribute and a value that is not on the list", () => {
    expect(problems([row(1, "fin.old", "x"), row(2, "fin.tier", "cache")])).toEqual([
      { key: "It is retired." },
      { value: "It is not one of the values that this attribute allows." },
    ]);
  });

  it("is an attribute that is there in a form that cannot be read", () => {
    const unreadable = [attribute("fin.tier", "", { unreadable: "5" })];
    const found = problemsOfRows([row(1, "fin.tier", "db")], unreadable, { namespaces, isFinal: false });
    expect(found[0]?.key).toContain("Remove it first");
  });
});

describe("room below the cap", () => {
  it("is taken by additions and by rows without a name, not by new values", () => {
    expect(surplusOf([row(1, "fin.tier", "db")], current, 5)).toBe(-3);
    expect(surplusOf([row(1, "a.b", "x"), blankRow(2), row(3, "a.c", "x")], current, 5)).toBe(0);
  });
});

describe("a field that the server names", () => {
  const rows = [blankRow(4), row(5, "fin.owner", "x"), row(6, "fin.tier", "db")];
  it("is found in the row that made the step, past blank rows", () => {
    expect(rowOfField("operations[1].value", rows)).toEqual({ id: 6, field: "value" });
    expect(rowOfField("operations[0].op", rows)).toEqual({ id: 5, field: "key" });
  });
  it.each([null, "resourceId", "operations[2].value", "operations[0].mode"])("is in no row for %s", (field) => {
    expect(rowOfField(field, rows)).toBeNull();
  });
});
