import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseJson } from "@/lib/json";
import type { ChangeOperation } from "@/lib/zpr/change-operation";
import type { SecurityAttribute } from "@/lib/zpr/security-attribute";
import {
  applyChangeOperations,
  attributeNameKey,
  isSameSecurityAttributes,
  securityAttributesDifference,
  securityAttributesFromWire,
  wireFromSecurityAttributes,
} from "@/lib/zpr/security-attributes";
import { allowedOperations, attributeSet, evilNames, wireMap } from "@/lib/zpr/test-arbitraries";

const attribute = (name: string, value = "x", more: Partial<SecurityAttribute> = {}): SecurityAttribute => {
  const [namespace = "", key = ""] = name.split(".");
  return { namespace, key, value, mode: "enforce", otherMembers: [], unreadable: null, ...more };
};

describe("the map on the wire", () => {
  it("comes back as it was, whatever its names and members", () => {
    fc.assert(
      fc.property(wireMap, (map) => {
        const sent = wireFromSecurityAttributes(securityAttributesFromWire(map));
        expect(parseJson(JSON.stringify(sent))).toEqual(parseJson(JSON.stringify(map)));
      }),
    );
  });

  it("comes back as it was for every pair of evil names, and pollutes no prototype", () => {
    for (const namespace of evilNames) {
      for (const key of evilNames) {
        const text = `{${JSON.stringify(namespace)}:{${JSON.stringify(key)}:{"value":"x","mode":"enforce"}}}`;
        const sent = wireFromSecurityAttributes(securityAttributesFromWire(parseJson(text)));
        expect(JSON.stringify(sent)).toBe(text);
      }
    }
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(({} as Record<string, unknown>).value).toBeUndefined();
  });

  it.each([
    ["a value that is no text", '{"n":{"k":{"value":42,"mode":"enforce"}}}', ["n", "k"]],
    ["an entry that is no object", '{"n":{"k":"db"}}', ["n", "k"]],
    ["a namespace that is no object", '{"n":["k"]}', ["n", ""]],
    ["an unreadable entry without a name", '{"n":{"":1,"k":{"value":"x","mode":"enforce"}}}', ["n", ""]],
    ["a nameless namespace that is no object", '{"":null,"n":{"k":1}}', ["", ""]],
    ["a map that is no object", '"all"', ["", ""]],
  ])("keeps %s as raw text and writes it back unchanged", (_, text, [namespace, key]) => {
    const [entry, ...others] = securityAttributesFromWire(parseJson(text));
    expect(entry).toMatchObject({ namespace, key, value: "" });
    expect(entry?.unreadable).not.toBeNull();
    expect(others).toEqual([]);
    expect(JSON.stringify(wireFromSecurityAttributes(securityAttributesFromWire(parseJson(text))))).toBe(text);
  });

  it("keeps members that it does not know, and a mode that is no text", () => {
    const map = { n: { k: { value: "x", mode: 7, usagetype: "zpr" } } };
    expect(securityAttributesFromWire(map)[0]).toMatchObject({ mode: null });
    expect(wireFromSecurityAttributes(securityAttributesFromWire(map))).toEqual(map);
  });

  it("is an empty object for an empty set, which is what removes all", () => {
    expect(wireFromSecurityAttributes([])).toEqual({});
  });
});

describe("two sets are the same", () => {
  it.each([
    ["in another order", [attribute("a.b"), attribute("c.d")], [attribute("c.d"), attribute("a.b")]],
    ["with names in another case", [attribute("Fin.Tier")], [attribute("fin.tier")]],
    [
      "with other members that the service added",
      [attribute("a.b")],
      [attribute("a.b", "x", { otherMembers: [["usagetype", "zpr"]] })],
    ],
  ])("%s", (_, a, b) => {
    expect(isSameSecurityAttributes(a, b)).toBe(true);
  });

  it.each([
    ["with a value in another case", [attribute("a.b", "DB")], [attribute("a.b", "db")]],
    ["with another mode", [attribute("a.b")], [attribute("a.b", "x", { mode: "audit" })]],
    ["with one entry more", [attribute("a.b")], [attribute("a.b"), attribute("a.c")]],
    [
      "with the dot elsewhere in the name",
      [attribute("x", "x", { namespace: "a.b", key: "c" })],
      [attribute("x", "x", { namespace: "a", key: "b.c" })],
    ],
    [
      "with another text that cannot be read",
      [attribute("a.b", "", { unreadable: "1" })],
      [attribute("a.b", "", { unreadable: "2" })],
    ],
  ])("but not %s", (_, a, b) => {
    expect(isSameSecurityAttributes(a, b)).toBe(false);
  });
});

describe("a difference", () => {
  it("tells apart what was added, removed, changed and left", () => {
    const before = [attribute("n.left"), attribute("n.changed", "old"), attribute("n.removed")];
    const after = [attribute("n.added"), attribute("n.changed", "new"), attribute("n.left")];
    expect(securityAttributesDifference(before, after)).toEqual({
      added: [after[0]],
      removed: [before[2]],
      changed: [{ before: before[1], after: after[1] }],
      unchanged: [after[2]],
    });
  });

  it("is nothing between a set and itself in any order", () => {
    const shuffled = attributeSet.chain((set) =>
      fc.tuple(fc.constant(set), fc.shuffledSubarray(set, { minLength: set.length })),
    );
    fc.assert(fc.property(shuffled, ([set, other]) => isSameSecurityAttributes(set, other)));
  });

  it("read backwards swaps added and removed, and loses no entry", () => {
    fc.assert(
      fc.property(attributeSet, attributeSet, (a, b) => {
        const forth = securityAttributesDifference(a, b);
        const back = securityAttributesDifference(b, a);
        expect(forth.added).toEqual(back.removed);
        expect(forth.removed).toEqual(back.added);
        expect(forth.removed.length + forth.changed.length + forth.unchanged.length).toBe(a.length);
        expect(forth.added.length + forth.changed.length + forth.unchanged.length).toBe(b.length);
      }),
    );
  });
});

describe("an edit", () => {
  const current = [
    attribute("fin.tier", "web", { otherMembers: [["usagetype", "zpr"]] }),
    attribute("net.zone", "a", { mode: "audit" }),
  ];
  const add = (name: string, value = "x"): ChangeOperation => ({ op: "add", ...namesOf(name), value });
  const replace = (name: string, value = "x"): ChangeOperation => ({ op: "replace", ...namesOf(name), value });
  const remove = (name: string): ChangeOperation => ({ op: "remove", ...namesOf(name) });
  const namesOf = (name: string) => {
    const [namespace = "", key = ""] = name.split(".");
    return { namespace, key };
  };
  const afterOf = (operations: readonly ChangeOperation[]) => {
    const result = applyChangeOperations(current, operations);
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    return result.after;
  };

  it("adds with mode enforce and leaves the rest exactly as it was", () => {
    expect(afterOf([add("fin.owner", "ops")])).toEqual([...current, attribute("fin.owner", "ops")]);
  });

  it("replaces in place, keeps other members and sets mode enforce", () => {
    expect(afterOf([replace("fin.tier", "db"), replace("net.zone", "a")])).toEqual([
      { ...current[0], value: "db" },
      { ...current[1], mode: "enforce" },
    ]);
  });

  it("removes, whatever the case of the name", () => {
    expect(afterOf([remove("FIN.Tier")])).toEqual([current[1]]);
  });

  it("of nothing changes nothing", () => {
    expect(afterOf([])).toEqual(current);
  });

  it.each<[string, ChangeOperation[], { index: number; field: string; code: string }]>([
    ["adding what is there", [add("Fin.Tier")], { index: 0, field: "key", code: "already-present" }],
    ["replacing what is not there", [replace("fin.owner")], { index: 0, field: "key", code: "not-present" }],
    ["removing what is not there", [remove("fin.owner")], { index: 0, field: "key", code: "not-present" }],
    ["adding one name twice", [add("a.b"), add("A.B")], { index: 1, field: "key", code: "duplicate" }],
    [
      "removing and replacing one entry",
      [remove("fin.tier"), replace("fin.tier")],
      { index: 1, field: "key", code: "duplicate" },
    ],
    ["replacing a value by itself", [replace("fin.tier", "web")], { index: 0, field: "value", code: "unchanged" }],
    ["an empty value", [add("a.b", "")], { index: 0, field: "value", code: "invalid-value" }],
    ["a value of 256 characters", [add("a.b", "x".repeat(256))], { index: 0, field: "value", code: "invalid-value" }],
    ["half of a character", [replace("fin.tier", "\uD83D")], { index: 0, field: "value", code: "invalid-value" }],
    ["a missing key", [add("a")], { index: 0, field: "key", code: "invalid-name" }],
    ["a space in the namespace", [add("a b.c")], { index: 0, field: "namespace", code: "invalid-name" }],
    ["a key of 101 characters", [add(`a.${"k".repeat(101)}`)], { index: 0, field: "key", code: "invalid-name" }],
  ])("is refused for %s, naming step and member", (_, operations, problem) => {
    const result = applyChangeOperations(current, operations);
    expect(result).toMatchObject({ ok: false, problems: [problem] });
  });

  it("takes a value of 255 characters outside the basic plane", () => {
    expect(afterOf([add("a.b", "💥".repeat(255))])).toHaveLength(3);
  });

  it("tells every problem at once", () => {
    const result = applyChangeOperations(current, [remove("a.b"), add("fin.tier", "")]);
    expect(result.ok ? [] : result.problems.map(({ index, code }) => [index, code])).toEqual([
      [0, "not-present"],
      [1, "invalid-value"],
      [1, "already-present"],
    ]);
  });

  it("above the cap is refused at the last addition, and removing is not, however many there are", () => {
    expect(applyChangeOperations(current, [add("a.b"), remove("net.zone"), add("a.c")], 2)).toMatchObject({
      ok: false,
      problems: [{ index: 2, code: "too-many" }],
    });
    expect(applyChangeOperations(current, [remove("net.zone")], 0).ok).toBe(true);
    expect(applyChangeOperations(current, [replace("net.zone", "b")], 1).ok).toBe(true);
  });

  it("adds nothing where what is there cannot be read, but removes that", () => {
    const unreadable = securityAttributesFromWire({ fin: 5 });
    expect(applyChangeOperations(unreadable, [add("fin.tier")]).ok).toBe(false);
    expect(applyChangeOperations(unreadable, [{ op: "remove", namespace: "fin", key: "" }])).toEqual({
      ok: true,
      after: [],
    });
  });

  it("and the difference it makes are of one mind", () => {
    const edits = attributeSet.chain((set) => fc.tuple(fc.constant(set), allowedOperations(set)));
    fc.assert(
      fc.property(edits, ([set, operations]) => {
        const result = applyChangeOperations(set, operations);
        if (!result.ok) throw new Error(JSON.stringify(result.problems));
        const { added, removed, changed } = securityAttributesDifference(set, result.after);
        const namesBy = (op: ChangeOperation["op"]) =>
          operations
            .filter((operation) => operation.op === op)
            .map(({ namespace, key }) => attributeNameKey(namespace, key));
        const namesIn = (list: readonly SecurityAttribute[]) =>
          list.map(({ namespace, key }) => attributeNameKey(namespace, key));
        expect(namesIn(added).toSorted()).toEqual(namesBy("add").toSorted());
        expect(namesIn(removed).toSorted()).toEqual(namesBy("remove").toSorted());
        expect(namesIn(changed.map(({ after }) => after)).toSorted()).toEqual(namesBy("replace").toSorted());
      }),
    );
  });

  it("leaves every entry that it does not name as it was, other members and all", () => {
    const edits = attributeSet.chain((set) => fc.tuple(fc.constant(set), allowedOperations(set)));
    fc.assert(
      fc.property(edits, ([set, operations]) => {
        const result = applyChangeOperations(set, operations);
        const named = new Set(operations.map(({ namespace, key }) => attributeNameKey(namespace, key)));
        const untouched = set.filter(({ namespace, key }) => !named.has(attributeNameKey(namespace, key)));
        expect(result.ok && untouched.every((item) => result.after.includes(item))).toBe(true);
      }),
    );
  });
});
