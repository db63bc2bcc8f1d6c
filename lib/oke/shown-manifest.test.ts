import { describe, expect, it } from "vitest";
import type { DeclaredStanding } from "@/lib/oke/declared-standing";
import type { ProtectedResource } from "@/lib/oke/protected-resource";
import { shownManifest } from "@/lib/oke/shown-manifest";
import { attributesOf } from "@/lib/oke/test-builders";
import { securityAttributesFromWire } from "@/lib/zpr/security-attributes";
import type { AssessedSecurityAttribute } from "@/lib/zpr/verdict-state";

const assessed = (map: unknown): readonly AssessedSecurityAttribute[] =>
  securityAttributesFromWire(map).map((attribute) => ({ ...attribute, verdict: { state: "ok", reason: "." } }));

const resource: ProtectedResource = {
  id: "ocid1.loadbalancer.oc1.iad.a",
  ocid: "ocid1.loadbalancer.oc1.iad.a",
  kind: "load-balancer",
  displayName: "3f2b8c1e-0d4a-4e6b-9a51-7c2d9e8f0a11",
  region: "us-ashburn-1",
  compartmentId: "ocid1.compartment.oc1..a",
  vcnId: null,
  lifecycleState: "ACTIVE",
  cluster: { type: "unmatched", evidence: "." },
  owner: { type: "service-annotation", namespace: null, name: null },
  securityAttributes: assessed(attributesOf({ "legacy-net.segment": "dmz", "app.tier": "web" })),
  differingVnics: null,
  edit: { add: { offered: true }, remove: { offered: true } },
};

const object = { kind: "Service", namespace: "web", name: "assets" } as const;
const declaring = (map: unknown): DeclaredStanding => ({
  state: "stored-differs",
  cause: "edited-directly",
  object,
  text: JSON.stringify(map),
  declared: assessed(map),
  problems: [],
  changedAt: null,
});

describe("what is shown as the manifest", () => {
  it("is what is declared where that is known, not what OCI stores", () => {
    const declared = { app: { tier: { value: "worker", usagetype: "zpr" } } };
    const shown = shownManifest(resource, declaring(declared));
    expect(shown?.title).toBe("Annotation of the Service web/assets");
    expect(shown?.yaml).toContain(`'{"app":{"tier":{"usagetype":"zpr","value":"worker"}}}'`);
    expect(shown?.command).toContain(`security-attributes={"app":{"tier":{"usagetype":"zpr","value":"worker"}}}'`);
    expect(`${shown?.yaml} ${shown?.command}`).not.toContain("legacy-net");
  });

  it("is a form to fill in, without a command, where nothing is declared", () => {
    const shown = shownManifest(resource, declaring({}));
    expect(shown?.yaml).toContain('{"NAMESPACE":{"KEY":');
    expect(shown?.command).toBeNull();
    expect(shown?.note).toContain("It declares none now.");
  });

  it("is called what OCI stores, without a command to overwrite it, where what stands there is no set", () => {
    const shown = shownManifest(resource, {
      state: "declared-unreadable",
      reason: "not-a-set",
      object,
      text: "{",
      problems: [],
      event: null,
    });
    expect(shown).toMatchObject({ title: "What OCI stores, as an annotation", command: null });
    expect(shown?.yaml).toContain("name: assets");
    expect(shown?.note).toContain("What the manifest declares may be another");
  });
});
