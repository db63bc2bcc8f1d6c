import { describe, expect, it } from "vitest";
import { noPlaceReason, surfaceStanding } from "@/components/shared/surface-standing";
import type { EditOffer, ProtectedResource } from "@/lib/oke/protected-resource";
import type { AssessedSecurityAttribute, AttributeVerdictState } from "@/lib/zpr/verdict-state";

const attribute = (state: AttributeVerdictState): AssessedSecurityAttribute => ({
  namespace: "app",
  key: "tier",
  value: "web",
  mode: "enforce",
  otherMembers: [],
  unreadable: null,
  verdict: { state, reason: "" },
});

const offered: EditOffer = { offered: true };
const refused = (code: Extract<EditOffer, { offered: false }>["code"]): EditOffer => ({
  offered: false,
  code,
  reason: `because of ${code}`,
});

const surface = (more: Partial<ProtectedResource> = {}): ProtectedResource => ({
  id: "ocid1.nodepool.oc1.iad.a:secondary-vnics",
  ocid: "ocid1.nodepool.oc1.iad.a",
  kind: "node-pool-secondary-vnics",
  displayName: "a",
  region: "us-ashburn-1",
  compartmentId: "ocid1.compartment.oc1..a",
  vcnId: null,
  lifecycleState: "ACTIVE",
  cluster: { type: "unmatched", evidence: "" },
  owner: { type: "oke-api" },
  securityAttributes: [],
  differingVnics: null,
  edit: { add: offered, remove: offered },
  ...more,
});

const carrying = (...states: readonly AttributeVerdictState[]) =>
  surface({ securityAttributes: states.map(attribute) });

const vnic = (displayName: string, ...states: readonly AttributeVerdictState[]) => ({
  displayName,
  securityAttributes: states.map(attribute),
});

describe("surfaceStanding", () => {
  it.each([
    ["unprotected when nothing is set", surface(), "unprotected"],
    ["protected when every attribute is in order", carrying("ok", "ok"), "protected"],
    ["stale when one attribute is deleted, whatever the others", carrying("ok", "unknown", "deleted"), "stale"],
    ["stale when one attribute is retired", carrying("retired"), "stale"],
    ["unknown, not protected, when one could not be looked up", carrying("ok", "unknown"), "unknown"],
    [
      "unprotected where a manifest owns the setting",
      surface({ edit: { add: refused("owned-by-manifest"), remove: refused("owned-by-manifest") } }),
      "unprotected",
    ],
    [
      "unprotected where only adding is refused",
      surface({ edit: { add: refused("kubernetes-version"), remove: offered } }),
      "unprotected",
    ],
    [
      "not supported where there is nothing to put attributes on",
      surface({ edit: { add: refused("legacy-pool"), remove: refused("legacy-pool") } }),
      "not-supported",
    ],
    ["differs when the VNICs disagree", surface({ differingVnics: [vnic("a", "ok"), vnic("b")] }), "differs"],
    [
      "stale when the stale attribute is on the second VNIC only",
      surface({ differingVnics: [vnic("a", "ok"), vnic("b", "deleted")] }),
      "stale",
    ],
  ])("is %s", (_, resource, standing) => {
    expect(surfaceStanding(resource)).toBe(standing);
  });
});

describe("noPlaceReason", () => {
  const edit = { add: refused("legacy-pool"), remove: refused("legacy-pool") };

  it("is the reason of the refusal", () => {
    expect(noPlaceReason(surface({ edit }))).toBe("because of legacy-pool");
  });

  it("never hides what a surface carries all the same", () => {
    expect(noPlaceReason({ ...carrying("deleted"), edit })).toBeNull();
  });

  it("is none where the life-cycle state is what forbids the edit", () => {
    const updating = refused("lifecycle-state");
    expect(noPlaceReason(surface({ edit: { add: updating, remove: updating } }))).toBeNull();
  });
});
