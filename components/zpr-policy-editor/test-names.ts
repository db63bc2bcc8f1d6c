import type { ZprPolicyNames } from "@/lib/contract/zpr-policy-edit";
import { securityAttributesFromWire } from "@/lib/zpr/security-attributes";

const definition = (name: string, allowedValues: readonly string[] | null, isRetired = false) => ({
  id: name,
  name,
  description: `What ${name} is for`,
  isRetired,
  lifecycleState: isRetired ? ("INACTIVE" as const) : ("ACTIVE" as const),
  timeCreated: null,
  allowedValues,
});

/** Two VCNs, two resources that carry something, and a definition that nothing carries. */
export const testNames: ZprPolicyNames = {
  catalog: {
    namespaces: [
      {
        ...definition("app", null),
        compartmentId: "root",
        mode: ["enforce"],
        definitions: [definition("tier", ["web", "api"]), definition("name", null), definition("old", ["x"], true)],
        isDefinitionListComplete: true,
      },
    ],
    isNamespaceListComplete: true,
    gaps: [],
  },
  vcns: [
    { id: "a", displayName: "prod-net", region: "r", securityAttributes: securityAttributesFromWire(vcnMap("prod")) },
    { id: "b", displayName: "test-net", region: "r", securityAttributes: securityAttributesFromWire(vcnMap("test")) },
  ],
  areVcnsWhole: true,
  carried: [
    { namespace: "app", key: "tier", value: "web", resourceCount: 4 },
    { namespace: "app", key: "name", value: "o'brien & sons", resourceCount: 1 },
  ],
  gaps: [],
};

function vcnMap(value: string) {
  return { net: { vcn: { value, mode: "enforce" } } };
}
