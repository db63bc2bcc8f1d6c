import { describe, expect, test } from "vitest";
import { operationsForSet } from "@/lib/zpr/plan-operations";
import type { SecurityAttribute } from "@/lib/zpr/security-attribute";
import { securityAttributesFromWire } from "@/lib/zpr/security-attributes";

const tier = (value: string, mode = "enforce"): readonly SecurityAttribute[] =>
  securityAttributesFromWire({ app: { tier: { value, mode } } });
const named = { namespace: "app", key: "tier" };
const add = { op: "add", ...named, value: "web" } as const;
const replace = { op: "replace", ...named, value: "web" } as const;
const remove = { op: "remove", ...named } as const;

describe("an edit over many resources", () => {
  test.each([
    ["adds what is not there", add, [], [add]],
    ["adds nothing where the value is there", add, tier("web"), []],
    ["changes another value", replace, tier("db"), [replace]],
    ["changes another mode", replace, tier("web", "audit"), [replace]],
    ["changes nothing where the value is there", replace, tier("web"), []],
    ["changes nothing where the name is not there", replace, [], []],
    ["removes what is there, whatever its value", remove, tier("db"), [remove]],
    ["removes nothing where nothing is", remove, [], []],
  ] as const)("%s", (_, operation, set, expected) => {
    expect(operationsForSet([operation], set)).toEqual({ operations: expected, obstacles: [] });
  });

  test("does not turn an addition into a change of a value", () => {
    const { operations, obstacles } = operationsForSet([add], tier("db"));
    expect(operations).toEqual([]);
    expect(obstacles).toEqual(["It carries app.tier already, with value db. To give it another, choose Change."]);
  });

  test("speaks of an attribute by the name that the resource has it under", () => {
    const set = securityAttributesFromWire({ App: { Tier: { value: "db", mode: "enforce" } } });
    expect(operationsForSet([remove, { ...replace, key: "TIER" }], set).operations).toEqual([
      { op: "remove", namespace: "App", key: "Tier" },
      { op: "replace", namespace: "App", key: "Tier", value: "web" },
    ]);
  });

  test("leaves what cannot be read, and can remove it", () => {
    const set = securityAttributesFromWire({ app: { tier: 7 } });
    expect(operationsForSet([replace], set).obstacles).toEqual([
      "What it carries as app.tier cannot be read, so it is left as it is.",
    ]);
    expect(operationsForSet([remove], set).operations).toEqual([remove]);
  });
});
