import type { SecurityAttribute } from "@/lib/zpr/security-attribute";
import type {
  SecurityAttributeCatalog,
  SecurityAttributeDefinition,
  SecurityAttributeLifecycleState,
  SecurityAttributeNamespace,
} from "@/lib/zpr/security-attribute-namespace";
import type { AssessedSecurityAttribute, AttributeVerdict } from "@/lib/zpr/verdict-state";

type IndexedNamespace = {
  readonly namespace: SecurityAttributeNamespace;
  readonly definitions: ReadonlyMap<string, SecurityAttributeDefinition>;
};

/** A catalog that can be asked by name, without regard to case. Made once for many resources. */
export type CatalogIndex = {
  readonly namespaces: ReadonlyMap<string, IndexedNamespace>;
  readonly isNamespaceListComplete: boolean;
};

// The name of something deleted is free again: of two with one name, the one that lives is meant.
const liveliness: Record<SecurityAttributeLifecycleState, number> = {
  ACTIVE: 4,
  INACTIVE: 3,
  DELETING: 2,
  UNKNOWN_VALUE: 1,
  DELETED: 0,
};

const livelierOf = <T extends { readonly lifecycleState: SecurityAttributeLifecycleState }>(a: T | undefined, b: T) =>
  a !== undefined && liveliness[a.lifecycleState] >= liveliness[b.lifecycleState] ? a : b;

const byName = <T extends { readonly name: string; readonly lifecycleState: SecurityAttributeLifecycleState }>(
  items: readonly T[],
) => {
  const map = new Map<string, T>();
  for (const item of items) map.set(item.name.toLowerCase(), livelierOf(map.get(item.name.toLowerCase()), item));
  return map;
};

/** Indexes a catalog for `verdictOf`. */
export function catalogIndexFrom(catalog: SecurityAttributeCatalog): CatalogIndex {
  const namespaces = [...byName(catalog.namespaces)].map(
    ([name, namespace]) => [name, { namespace, definitions: byName(namespace.definitions) }] as const,
  );
  return { namespaces: new Map(namespaces), isNamespaceListComplete: catalog.isNamespaceListComplete };
}

const unknown = (reason: string): AttributeVerdict => ({ state: "unknown", reason });

/** Absence and DELETED mean something only when both lists were read to their end. */
const deletedIfComplete = (index: CatalogIndex, { namespace }: IndexedNamespace, reason: string): AttributeVerdict => {
  if (index.isNamespaceListComplete && namespace.isDefinitionListComplete) return { state: "deleted", reason };
  const unread = namespace.isDefinitionListComplete
    ? "the list of namespaces"
    : `the list of attributes in the namespace ${namespace.name}`;
  return unknown(`It may be deleted, but ${unread} could not be read to its end.`);
};

const absentNamespaceVerdict = (index: CatalogIndex, namespace: string): AttributeVerdict =>
  index.isNamespaceListComplete
    ? // OCI leaves out of the list what the caller may not inspect, so even a complete list does not prove deletion.
      unknown(`No namespace ${namespace} is among those you can see: it was deleted, or it is hidden from you.`)
    : unknown(`The namespace ${namespace} is not among those read, and their list could not be read to its end.`);

const valueVerdict = (
  name: string,
  value: string,
  allowedValues: SecurityAttributeDefinition["allowedValues"],
): AttributeVerdict => {
  if (allowedValues === null) return { state: "ok", reason: `${name} is active and takes any value.` };
  // The attribute is active; whether this value is on its list is what nobody could read.
  if (allowedValues === "unread") return unknown(`${name} is active, but its allowed values could not be read.`);
  return allowedValues.includes(value)
    ? { state: "ok", reason: `${name} is active and allows this value.` }
    : { state: "value-not-allowed", reason: `${name} is active, but this value is not one of those it allows.` };
};

const definitionVerdict = (
  index: CatalogIndex,
  indexed: IndexedNamespace,
  definition: SecurityAttributeDefinition,
  value: string,
): AttributeVerdict => {
  const { namespace } = indexed;
  const name = `${namespace.name}.${definition.name}`;
  const states = [namespace.lifecycleState, definition.lifecycleState];
  if (states.includes("DELETED")) return deletedIfComplete(index, indexed, `${name} was deleted.`);
  if (states.includes("DELETING")) {
    return {
      state: "deleting",
      reason: `${name} is being deleted: OCI takes it off live resources within 48 hours, and leaves it on cluster endpoints, on node pools and in manifests.`,
    };
  }
  if (namespace.isRetired || namespace.lifecycleState === "INACTIVE") {
    return { state: "retired", reason: `The namespace ${namespace.name} is retired, and ${definition.name} with it.` };
  }
  if (definition.isRetired || definition.lifecycleState === "INACTIVE") {
    return { state: "retired", reason: `${name} is retired: it can no longer be added to resources.` };
  }
  if (states.includes("UNKNOWN_VALUE")) return unknown(`OCI gives ${name} a state that this console does not know.`);
  return valueVerdict(name, value, definition.allowedValues);
};

/** What the catalog says of one entry on a resource, with the reason. Never `deleted` on an incomplete catalog. */
export function verdictOf(attribute: SecurityAttribute, index: CatalogIndex): AttributeVerdict {
  if (attribute.unreadable !== null) return unknown("The entry is not of the form that Oracle documents.");
  const indexed = index.namespaces.get(attribute.namespace.toLowerCase());
  if (indexed === undefined) return absentNamespaceVerdict(index, attribute.namespace);
  const definition = indexed.definitions.get(attribute.key.toLowerCase());
  if (definition !== undefined) return definitionVerdict(index, indexed, definition, attribute.value);
  if (indexed.namespace.lifecycleState === "DELETING" && !indexed.namespace.isDefinitionListComplete) {
    return { state: "deleting", reason: `The namespace ${indexed.namespace.name} is being deleted with all it holds.` };
  }
  const reason = `The namespace ${indexed.namespace.name} has no attribute ${attribute.key}: it was deleted.`;
  return deletedIfComplete(index, indexed, reason);
}

const indexes = new WeakMap<SecurityAttributeCatalog, CatalogIndex>();

/** Every entry with its verdict. The catalog is indexed the first time it is seen. */
export function assessSecurityAttributes(
  attributes: readonly SecurityAttribute[],
  catalog: SecurityAttributeCatalog,
): readonly AssessedSecurityAttribute[] {
  const index = indexes.get(catalog) ?? catalogIndexFrom(catalog);
  indexes.set(catalog, index);
  return attributes.map((attribute) => ({ ...attribute, verdict: verdictOf(attribute, index) }));
}
