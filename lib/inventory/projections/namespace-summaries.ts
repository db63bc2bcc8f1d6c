import type { NamespaceSummary } from "@/lib/contract/security-attributes";
import type { SecurityAttributeCatalog, SecurityAttributeNamespace } from "@/lib/zpr/security-attribute-namespace";
import type { AttributeVerdictState } from "@/lib/zpr/verdict-state";

function stateOf({ lifecycleState, isRetired }: SecurityAttributeNamespace): AttributeVerdictState {
  if (lifecycleState === "DELETED") return "deleted";
  if (lifecycleState === "DELETING") return "deleting";
  if (isRetired || lifecycleState === "INACTIVE") return "retired";
  return lifecycleState === "UNKNOWN_VALUE" ? "unknown" : "ok";
}

const summaryOf = (namespace: SecurityAttributeNamespace): NamespaceSummary => ({
  id: namespace.id,
  name: namespace.name,
  description: namespace.description,
  state: stateOf(namespace),
  keyCount: namespace.definitions.length,
  isKeyListComplete: namespace.isDefinitionListComplete,
});

/** Every namespace that was read, by name, whether or not it holds anything. */
export const namespaceSummaries = (catalog: SecurityAttributeCatalog): readonly NamespaceSummary[] =>
  catalog.namespaces
    .map(summaryOf)
    .toSorted((a, b) => a.name.localeCompare(b.name, "en", { numeric: true }) || a.id.localeCompare(b.id));
