import { describe, expect, it } from "vitest";
import { deedWords, nameToType } from "@/components/changes/edit-words";
import type { ChangeOperation } from "@/lib/zpr/change-operation";
import type { SecurityAttribute } from "@/lib/zpr/security-attribute";

const attribute: SecurityAttribute = {
  namespace: "fin",
  key: "tier",
  value: "db",
  mode: "enforce",
  otherMembers: [],
  unreadable: null,
};
const endpoint = {
  kind: "cluster-endpoint",
  ocid: "ocid1.cluster.oc1..aaaabbbbcccc",
  displayName: "prod-a",
  clusterName: "prod-a",
} as const;

describe("the name to type", () => {
  it("is asked for the first and the last attribute of an API endpoint", () => {
    expect(nameToType(endpoint, [], [attribute])).toBe("prod-a");
    expect(nameToType(endpoint, [attribute], [])).toBe("prod-a");
  });

  it("is not asked for one among others, nor for any other kind", () => {
    expect(nameToType(endpoint, [attribute], [attribute, { ...attribute, key: "x" }])).toBeNull();
    expect(nameToType({ ...endpoint, kind: "mount-target" }, [attribute], [])).toBeNull();
  });

  it.each(["\u202Eevil", " prod", "", "a\u0000b"])(
    "is the end of the OCID where the name cannot be typed: %j",
    (clusterName) => {
      expect(nameToType({ ...endpoint, clusterName }, [attribute], [])).toBe("bbcccc");
    },
  );
});

it("the button says the deed", () => {
  const add: ChangeOperation = { op: "add", namespace: "a", key: "b", value: "c" };
  const replace: ChangeOperation = { ...add, op: "replace" };
  const remove: ChangeOperation = { op: "remove", namespace: "a", key: "b" };
  expect([[add], [add, add], [replace], [remove], [add, replace]].map((steps) => deedWords(steps).label)).toEqual([
    "Add security attribute",
    "Add security attributes",
    "Change value",
    "Remove attribute",
    "Apply 2 changes",
  ]);
});
