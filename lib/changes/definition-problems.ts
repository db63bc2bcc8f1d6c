import { catalogIndexFrom, verdictOf, type CatalogIndex } from "@/lib/zpr/attribute-verdict";
import type { ChangeOperation } from "@/lib/zpr/change-operation";
import type { SecurityAttributeCatalog } from "@/lib/zpr/security-attribute-namespace";
import type { AttributeVerdictState } from "@/lib/zpr/verdict-state";

export type DefinitionProblem = {
  readonly index: number;
  readonly field: "namespace" | "key" | "value";
  readonly message: string;
};

/** The attribute is active and only its list of values could not be read: then OCI decides about the value. */
function isValueUnread(index: CatalogIndex, { namespace, key }: ChangeOperation): boolean {
  const indexed = index.namespaces.get(namespace.toLowerCase());
  const definition = indexed?.definitions.get(key.toLowerCase());
  return (
    indexed?.namespace.lifecycleState === "ACTIVE" &&
    definition?.lifecycleState === "ACTIVE" &&
    !definition.isRetired &&
    definition.allowedValues === "unread"
  );
}

const fieldOf = (state: AttributeVerdictState, isNamespaceKnown: boolean): DefinitionProblem["field"] => {
  if (state === "value-not-allowed") return "value";
  return isNamespaceKnown ? "key" : "namespace";
};

/**
 * Steps that would put on a resource what its definition does not allow: retired, deleted or unknown attributes, and
 * values that are not on their list. Removing is always allowed.
 */
export function definitionProblems(
  operations: readonly ChangeOperation[],
  catalog: SecurityAttributeCatalog,
): readonly DefinitionProblem[] {
  const catalogIndex = catalogIndexFrom(catalog);
  return operations.flatMap((operation, index): readonly DefinitionProblem[] => {
    if (operation.op === "remove") return [];
    const { namespace, key, value } = operation;
    const attribute = { namespace, key, value, mode: "enforce", otherMembers: [], unreadable: null };
    const { state, reason } = verdictOf(attribute, catalogIndex);
    if (state === "ok" || isValueUnread(catalogIndex, operation)) return [];
    const isNamespaceKnown = catalogIndex.namespaces.has(namespace.toLowerCase());
    return [{ index, field: fieldOf(state, isNamespaceKnown), message: reason }];
  });
}
