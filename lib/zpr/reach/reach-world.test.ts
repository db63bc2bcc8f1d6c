import { describe, expect, it } from "vitest";
import { reachAttributesFrom } from "@/lib/zpr/reach/reach-world";
import type { AssessedSecurityAttribute, AttributeVerdictState } from "@/lib/zpr/verdict-state";

const assessed = (state: AttributeVerdictState, given: Partial<AssessedSecurityAttribute> = {}) => ({
  namespace: "app",
  key: "tier",
  value: "web",
  mode: "enforce",
  otherMembers: [],
  unreadable: null,
  verdict: { state, reason: "" },
  ...given,
});

describe("reachAttributesFrom", () => {
  it.each([
    ["one that is in order", assessed("ok"), null],
    ["one whose definition could not be read", assessed("unknown"), null],
    ["one whose value is no longer allowed, which resources keep", assessed("value-not-allowed"), null],
    ["one without a mode", assessed("ok", { mode: null }), null],
    ["a retired one", assessed("retired"), "retired"],
    ["a deleted one", assessed("deleted"), "deleted"],
    ["one that is being deleted", assessed("deleting"), "deleted"],
    ["one in audit mode", assessed("ok", { mode: "audit" }), "not-enforced"],
    ["one that cannot be read", assessed("unknown", { unreadable: "{}" }), "unreadable"],
  ] as const)("%s: %#", (_, attribute, doubt) => {
    expect(reachAttributesFrom([attribute])).toEqual([{ namespace: "app", key: "tier", value: "web", doubt }]);
  });
});
