import type { CoverageEntry } from "@/lib/inventory/inventory";
import type { DefinitionSummary, NamespaceSummary, ScopeResult } from "@/lib/inventory/scope-result";
import type {
  SecurityAttributeCatalog,
  SecurityAttributeDefinition,
  SecurityAttributeNamespace,
} from "@/lib/zpr/security-attribute-namespace";

const catalogOperations = ["listSecurityAttributeNamespaces", "listSecurityAttributes", "getSecurityAttribute"];

/** Whether a line of the ledger is about which security attributes exist, not about what carries them. */
export const isCatalogScope = ({ operation }: { readonly operation: string }): boolean =>
  catalogOperations.includes(operation);

const keyOf = (namespaceId: string, name: string): string => JSON.stringify([namespaceId, name]);

const gapFrom = (entry: CoverageEntry, namespaceName: string | null): string => {
  const reason = entry.problem === null ? "not read yet" : `${entry.problem.code}: ${entry.problem.message}`;
  if (entry.operation === "listSecurityAttributeNamespaces") {
    return `The security attribute namespaces could not be listed (${reason}).`;
  }
  return entry.operation === "listSecurityAttributes"
    ? `The security attributes of the namespace ${namespaceName ?? entry.target} could not be listed (${reason}).`
    : `The values that ${entry.target} allows could not be read (${reason}).`;
};

/**
 * Takes what a pass has read so far, gives everything known about which security attributes exist. A list that was
 * refused, that failed or that is still being read leaves the catalog incomplete, so that nothing is called deleted.
 */
export function catalogFrom(results: Iterable<ScopeResult>): SecurityAttributeCatalog {
  const summaries: NamespaceSummary[] = [];
  const definitions = new Map<string, { summaries: readonly DefinitionSummary[]; isComplete: boolean }>();
  const allowedValues = new Map<string, SecurityAttributeDefinition["allowedValues"]>();
  const failures: CoverageEntry[] = [];
  let isNamespaceListComplete = false;
  for (const { entry, objects } of results) {
    if (!isCatalogScope(entry)) continue;
    const isRead = entry.outcome === "read";
    if (!isRead) failures.push(entry);
    if (objects.namespaces) {
      summaries.push(...objects.namespaces);
      isNamespaceListComplete = isRead;
    }
    if (objects.definitions) {
      definitions.set(objects.definitions.namespaceId, {
        summaries: objects.definitions.summaries,
        isComplete: isRead,
      });
    }
    // Values of an earlier read may have changed since: then nobody knows.
    if (objects.allowedValues && isRead) {
      allowedValues.set(
        keyOf(objects.allowedValues.namespaceId, objects.allowedValues.name),
        objects.allowedValues.values,
      );
    }
  }
  const namespaces = summaries.map((summary): SecurityAttributeNamespace => ({
    ...summary,
    definitions: (definitions.get(summary.id)?.summaries ?? []).map((definition) => {
      const values = allowedValues.get(keyOf(summary.id, definition.name));
      return { ...definition, allowedValues: values === undefined ? "unread" : values };
    }),
    isDefinitionListComplete: definitions.get(summary.id)?.isComplete ?? false,
  }));
  const nameOf = (id: string | null) => summaries.find((summary) => summary.id === id)?.name ?? null;
  return { namespaces, isNamespaceListComplete, gaps: failures.map((entry) => gapFrom(entry, nameOf(entry.target))) };
}
