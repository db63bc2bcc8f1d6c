import { expect, test } from "vitest";
import { blankRow } from "@/components/changes/attribute-rows";
import { replacementOperations, withoutLeftOut } from "@/components/changes/replacement-operations";
import type { SecurityAttribute } from "@/lib/zpr/security-attribute";

const attribute = (key: string, value: string): SecurityAttribute => ({
  namespace: "app",
  key,
  value,
  mode: "enforce",
  otherMembers: [],
  unreadable: null,
});
const started = [attribute("tier", "web"), attribute("name", "shop")];
const row = (id: number, key: string, value: string) => ({ ...blankRow(id), namespace: "app", key, value });

test("the set that is started with is written as it is when nothing is asked of it", () => {
  expect(replacementOperations([blankRow(0)], started, new Set())).toEqual([]);
  expect(withoutLeftOut(started, new Set(["app.name"])).map(({ key }) => key)).toEqual(["tier"]);
});

test("rows come first, so that what the service says of one is found in the form", () => {
  expect(replacementOperations([row(0, "zone", "a"), row(1, "tier", "api")], started, new Set(["app.name"]))).toEqual([
    { op: "add", namespace: "app", key: "zone", value: "a" },
    { op: "replace", namespace: "app", key: "tier", value: "api" },
    { op: "remove", namespace: "app", key: "name" },
  ]);
});

test("what is left out and stands in a row, in whatever case, gets the value of the row", () => {
  expect(replacementOperations([row(0, "TIER", "api")], started, new Set(["app.tier"]))).toEqual([
    { op: "replace", namespace: "app", key: "tier", value: "api" },
  ]);
});
