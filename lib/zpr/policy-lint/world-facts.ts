import { type LintFacts, noFacts } from "@/lib/zpr/policy-lint/lint-facts";
import type { ReachAttribute } from "@/lib/zpr/reach/reach-world";
import type { WorldFile } from "@/lib/zpr/reach/world-file";
import type { SecurityAttribute } from "@/lib/zpr/security-attribute";
import type {
  SecurityAttributeCatalog,
  SecurityAttributeDefinition,
  SecurityAttributeNamespace,
} from "@/lib/zpr/security-attribute-namespace";

const asCarried = ({ namespace, key, value }: ReachAttribute): SecurityAttribute => ({
  namespace,
  key,
  value,
  mode: "enforce",
  otherMembers: [],
  unreadable: null,
});

type Growing = SecurityAttributeNamespace & { readonly definitions: SecurityAttributeDefinition[] };

const namespaceOf = (name: string): Growing => ({
  id: name,
  compartmentId: "",
  name,
  description: "",
  isRetired: false,
  lifecycleState: "ACTIVE",
  mode: [],
  timeCreated: null,
  definitions: [],
  isDefinitionListComplete: false,
});

/**
 * The definitions that a world tells of: those of attributes that something carries. A world has no list of them, so
 * from what is not here nothing follows.
 */
function catalogFrom(carried: readonly ReachAttribute[]): SecurityAttributeCatalog {
  const namespaces = new Map<string, Growing>();
  for (const { namespace, key, doubt } of carried) {
    if (doubt === "unreadable") continue;
    const found = namespaces.get(namespace.toLowerCase()) ?? namespaceOf(namespace);
    namespaces.set(namespace.toLowerCase(), found);
    const isRetired = doubt === "retired";
    // A world does not tell what was deleted from what is being deleted, and only the latter can be said of a list that
    // is not whole.
    const lifecycleState = doubt === "deleted" ? "DELETING" : isRetired ? "INACTIVE" : "ACTIVE";
    const known = found.definitions.findIndex(({ name }) => name.toLowerCase() === key.toLowerCase());
    // What is said of one carrier counts for the definition.
    if (known >= 0 && lifecycleState === "ACTIVE") continue;
    found.definitions.splice(known < 0 ? found.definitions.length : known, known < 0 ? 0 : 1, {
      id: `${namespace}.${key}`,
      name: key,
      description: "",
      isRetired,
      lifecycleState,
      allowedValues: null,
      timeCreated: null,
    });
  }
  return { namespaces: [...namespaces.values()], isNamespaceListComplete: false, gaps: [] };
}

const allRead = <T>(items: readonly (T | null)[]): readonly T[] | null => {
  const read = items.filter((item) => item !== null);
  return read.length === items.length ? read : null;
};

/** What an exported world gives the linter to hold statements against: only what it holds whole. */
export function worldFacts({ world, peerings }: Pick<WorldFile, "world" | "peerings">): LintFacts {
  const { vcns, endpoints, isEndpointListComplete } = world;
  const ofVcns = allRead(vcns.map(({ attributes }) => attributes));
  const ofEndpoints = allRead(endpoints.map(({ attributes }) => attributes));
  const isWhole = isEndpointListComplete;
  return {
    ...noFacts,
    catalog: catalogFrom([...vcns, ...endpoints].flatMap(({ attributes }) => attributes ?? [])),
    vcns:
      isWhole && ofVcns !== null
        ? vcns.map(({ id, name, region, attributes }) => ({
            id,
            displayName: name,
            region,
            securityAttributes: (attributes ?? []).map(asCarried),
          }))
        : null,
    peerings,
    resources:
      isWhole && ofEndpoints !== null
        ? {
            carried: ofEndpoints.map((attributes) => attributes.map(asCarried)),
            kinds: [...new Set(endpoints.map(({ kind }) => kind))],
          }
        : null,
  };
}
