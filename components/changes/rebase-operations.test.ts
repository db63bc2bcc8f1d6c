import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rebaseOperations } from "@/components/changes/rebase-operations";
import type { ChangeOperation } from "@/lib/zpr/change-operation";
import type { SecurityAttribute } from "@/lib/zpr/security-attribute";
import { applyChangeOperations, attributeNameKey } from "@/lib/zpr/security-attributes";
import { allowedOperations, attributeSet } from "@/lib/zpr/test-arbitraries";

const present = (value: string, more: Partial<SecurityAttribute> = {}): readonly SecurityAttribute[] => [
  { namespace: "fin", key: "tier", value, mode: "enforce", otherMembers: [], unreadable: null, ...more },
];
const names = { namespace: "fin", key: "tier" };
const add: ChangeOperation = { op: "add", ...names, value: "db" };
const replace: ChangeOperation = { op: "replace", ...names, value: "db" };
const remove: ChangeOperation = { op: "remove", ...names };

describe("a step made for another set", () => {
  it.each<[string, ChangeOperation, readonly SecurityAttribute[]]>([
    ["an addition of what is still not there", add, []],
    ["a new value where there is another one now", replace, present("cache")],
    ["a removal of what has another value now", remove, present("cache")],
  ])("stays: %s", (_, operation, set) => {
    expect(rebaseOperations([operation], set)).toEqual({ operations: [operation], adjusted: [], dropped: [] });
  });

  it.each<[string, ChangeOperation, readonly SecurityAttribute[], RegExp]>([
    ["an addition that somebody else made", add, present("db"), /already/],
    ["a new value that somebody else gave", replace, present("db"), /already/],
    ["a new value of what was removed", replace, [], /was removed/],
    ["a removal of what is gone", remove, [], /no longer there/],
    ["an addition where nothing can be read", add, present("", { unreadable: "5" }), /cannot be read/],
  ])("falls away, with the reason: %s", (_, operation, set, reason) => {
    const rebased = rebaseOperations([operation], set);
    expect(rebased).toMatchObject({ operations: [], adjusted: [], dropped: [{ operation }] });
    expect(rebased.dropped[0]?.note).toMatch(reason);
  });

  it("becomes a new value, and says so, when somebody else added the same name with another value", () => {
    const rebased = rebaseOperations([add], present("web", { namespace: "Fin" }));
    const kept = { op: "replace", namespace: "Fin", key: "tier", value: "db" };
    expect(rebased.operations).toEqual([kept]);
    expect(rebased.adjusted[0]?.note).toContain("web");
  });

  it("is no longer needed only when the mode is enforce too", () => {
    expect(rebaseOperations([replace], present("db", { mode: "audit" })).operations).toEqual([replace]);
  });
});

it("always leaves steps that can be applied, and puts back nothing that was removed", () => {
  const edits = attributeSet.chain((seen) => fc.tuple(fc.constant(seen), allowedOperations(seen), attributeSet));
  fc.assert(
    fc.property(edits, ([, operations, theirs]) => {
      const rebased = rebaseOperations(operations, theirs);
      const applied = applyChangeOperations(theirs, rebased.operations);
      if (!applied.ok) throw new Error(JSON.stringify(applied.problems));
      const wanted = new Set(
        operations.filter(({ op }) => op === "add").map((each) => attributeNameKey(each.namespace, each.key)),
      );
      const before = new Set(theirs.map((each) => attributeNameKey(each.namespace, each.key)));
      for (const each of applied.after) {
        const name = attributeNameKey(each.namespace, each.key);
        expect(before.has(name) || wanted.has(name)).toBe(true);
      }
      expect(rebased.operations.length + rebased.dropped.length).toBe(operations.length);
    }),
  );
});
