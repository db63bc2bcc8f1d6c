import { expect, test } from "vitest";
import { startedSet } from "@/lib/oke/replacement-start";
import type { SecurityAttribute } from "@/lib/zpr/security-attribute";

const tier: SecurityAttribute = {
  namespace: "app",
  key: "tier",
  value: "web",
  mode: "enforce",
  otherMembers: [["usagetype", '"zpr"']],
  unreadable: null,
};

test("the stored set is taken by value and mode, and a mode that is missing becomes enforce", () => {
  const { attributes, leftOutCount } = startedSet("stored-set", [tier, { ...tier, key: "name", mode: null }]);
  expect(attributes).toEqual([
    { ...tier, otherMembers: [] },
    { ...tier, key: "name", otherMembers: [] },
  ]);
  expect(leftOutCount).toBe(0);
});

test("an entry that cannot be read is left out and counted", () => {
  const { attributes, leftOutCount } = startedSet("stored-set", [tier, { ...tier, key: "odd", unreadable: "[1]" }]);
  expect(attributes.map(({ key }) => key)).toEqual(["tier"]);
  expect(leftOutCount).toBe(1);
});

test("empty is empty, whatever is stored", () => {
  expect(startedSet("empty-set", [tier])).toEqual({ attributes: [], leftOutCount: 0 });
});
