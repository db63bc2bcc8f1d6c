import { describe, expect, test } from "vitest";
import { handStepFor } from "@/lib/oke/hand-step";
import type { ProtectedResource, SettingOwner } from "@/lib/oke/protected-resource";
import { securityAttributesFromWire } from "@/lib/zpr/security-attributes";

const uid = "0a1b2c3d-0000-4000-8000-0123456789ab";
const resourceOf = (owner: SettingOwner, displayName = "front") =>
  ({
    id: "ocid1.loadbalancer.oc1.iad.a",
    ocid: "ocid1.loadbalancer.oc1.iad.a",
    kind: "load-balancer",
    displayName,
    owner,
    securityAttributes: [],
  }) as unknown as ProtectedResource;

const web = securityAttributesFromWire({ app: { tier: { value: "it's web", mode: "enforce" } } });

describe("the step that a person does in a manifest", () => {
  test("is the annotation with the whole set, and a command where the Service has a name", () => {
    const step = handStepFor(resourceOf({ type: "service-annotation", namespace: "shop", name: "front" }), web);
    expect(step?.ways).toHaveLength(1);
    expect(step?.ways[0]?.command).toContain("kubectl annotate service 'front' --namespace 'shop' --overwrite");
    expect(step?.ways[0]?.command).toContain(String.raw`it'\''s web`);
    expect(step?.note).toContain("starts from what OCI stores");
  });

  test("takes the annotation away or empties it where nothing is left of the set, and puts no placeholder into it", () => {
    const named = handStepFor(resourceOf({ type: "ingress-class-annotation", name: "public" }), []);
    expect(named?.ways[0]?.command).toBe(
      "kubectl annotate ingressclass 'public' 'oci-native-ingress.oraclecloud.com/security-attributes-'",
    );
    expect(named?.ways[1]?.command).toBe(
      "kubectl annotate ingressclass 'public' --overwrite 'oci-native-ingress.oraclecloud.com/security-attributes={}'",
    );
    const nameless = resourceOf({ type: "service-annotation", namespace: null, name: null }, uid);
    const step = handStepFor(nameless, []);
    expect(step?.ways[0]).toMatchObject({ command: null });
    expect(step?.ways[0]?.yaml).toContain("# without oci.oraclecloud.com/security-attributes");
    expect(step?.ways[0]?.yaml).not.toContain("VALUE");
    expect(step?.find).toContain(uid);
  });

  test("is none for what no annotation owns", () => {
    for (const type of ["resource", "oke-api", "storage-class-parameter"] as const) {
      expect(handStepFor(resourceOf({ type }), [])).toBeNull();
      expect(handStepFor(resourceOf({ type }), web)).toBeNull();
    }
  });
});
