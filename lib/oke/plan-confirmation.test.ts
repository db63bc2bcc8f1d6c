import { describe, expect, test } from "vitest";
import { reasonAbove, reasonRequiredBecause } from "@/lib/oke/plan-confirmation";
import type { ResourceKind } from "@/lib/oke/resource-kind";
import { securityAttributesFromWire } from "@/lib/zpr/security-attributes";

const set = securityAttributesFromWire({ app: { tier: { value: "web", mode: "enforce" } } });
const step = (kind: ResourceKind, before = set, after = set) => ({ kind, before, after });

describe("the reason of a plan", () => {
  test("is required above twenty resources", () => {
    const many = (count: number) => Array.from({ length: count }, () => step("mount-target"));
    expect(reasonRequiredBecause(many(reasonAbove))).toBeNull();
    expect(reasonRequiredBecause(many(reasonAbove + 1))).toContain("more than 20 resources");
  });

  test("is required where an API endpoint gets its first attribute or loses its last, and nowhere else", () => {
    expect(reasonRequiredBecause([step("mount-target"), step("cluster-endpoint", [], set)])).toContain("API endpoint");
    expect(reasonRequiredBecause([step("cluster-endpoint", set, [])])).toContain("API endpoint");
    expect(reasonRequiredBecause([step("cluster-endpoint")])).toBeNull();
    expect(reasonRequiredBecause([step("load-balancer", [], set), step("vcn", set, [])])).toBeNull();
  });
});
