import type { SecurityAttributeCatalog, SecurityAttributeDefinition } from "@/lib/zpr/security-attribute-namespace";

type State = "ACTIVE" | "INACTIVE" | "DELETING" | "DELETED";

/** A complete catalog from namespaces with their keys: `null` for any value, a list of those allowed, or a state. */
export function testCatalog(
  namespaces: Readonly<Record<string, Readonly<Record<string, readonly string[] | State | null>>>>,
): SecurityAttributeCatalog {
  const definition = (name: string, given: readonly string[] | State | null): SecurityAttributeDefinition => ({
    id: `ocid1.securityattribute.oc1..${name.toLowerCase()}`,
    name,
    description: "",
    isRetired: given === "INACTIVE",
    lifecycleState: typeof given === "string" ? given : "ACTIVE",
    allowedValues: typeof given === "string" ? null : given,
    timeCreated: null,
  });
  return {
    namespaces: Object.entries(namespaces).map(([name, keys]) => ({
      id: `ocid1.securityattributenamespace.oc1..${name.toLowerCase()}`,
      compartmentId: "ocid1.tenancy.oc1..a",
      name,
      description: "",
      isRetired: false,
      lifecycleState: "ACTIVE",
      mode: ["enforce"],
      timeCreated: null,
      definitions: Object.entries(keys).map(([key, given]) => definition(key, given)),
      isDefinitionListComplete: true,
    })),
    isNamespaceListComplete: true,
    gaps: [],
  };
}
