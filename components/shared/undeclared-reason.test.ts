import { describe, expect, it } from "vitest";
import { undeclaredReason } from "@/components/shared/undeclared-reason";
import type { DeclaredStanding } from "@/lib/contract/declared";
import type { ManifestObject } from "@/lib/oke/declared-setting";

const declaring = (kind: ManifestObject["kind"]): DeclaredStanding => ({
  state: "stored-differs",
  cause: "edited-directly",
  object: { kind, namespace: kind === "Service" ? "web" : null, name: "checkout-api" },
  text: "{}",
  declared: [
    {
      namespace: "app",
      key: "tier",
      value: "web",
      mode: "enforce",
      otherMembers: [],
      unreadable: null,
      verdict: { state: "ok", reason: "" },
    },
  ],
  problems: [],
  changedAt: null,
});
const segment = { namespace: "legacy-net", key: "segment" };

describe("why a stored attribute cannot be edited", () => {
  it.each(["Service", "IngressClass"] as const)("is that the %s does not declare it", (kind) => {
    expect(undeclaredReason(declaring(kind), segment)).toContain(`The ${kind} does not declare this attribute`);
  });

  it("is nothing for one that is declared, in whatever case it is written", () => {
    expect(undeclaredReason(declaring("Service"), { namespace: "App", key: "tier" })).toBeUndefined();
  });

  it("is nothing where the resource itself can be written to, or nobody knows what is declared", () => {
    expect(undeclaredReason(declaring("StorageClass"), segment)).toBeUndefined();
    expect(undeclaredReason("unread", segment)).toBeUndefined();
    expect(undeclaredReason("none", segment)).toBeUndefined();
    expect(undeclaredReason({ state: "no-manifest-found", evidence: "." }, segment)).toBeUndefined();
  });
});
