import type { SelectableNamespace, SelectableNamespacesResponse } from "@/lib/contract/security-attributes";
import type {
  SecurityAttributeCatalog,
  SecurityAttributeDefinition,
  SecurityAttributeLifecycleState,
  SecurityAttributeNamespace,
} from "@/lib/zpr/security-attribute-namespace";

type Living = { readonly isRetired: boolean; readonly lifecycleState: SecurityAttributeLifecycleState };

/** Why nothing new may be set; `null` when it may. */
function obstacleOf({ isRetired, lifecycleState }: Living): string | null {
  if (lifecycleState === "DELETING") return "It is being deleted.";
  if (lifecycleState === "DELETED") return "It was deleted.";
  if (isRetired || lifecycleState === "INACTIVE") return "It is retired: it can no longer be added to resources.";
  return lifecycleState === "UNKNOWN_VALUE" ? "OCI gives it a state that this console does not know." : null;
}

const byName = (a: { readonly name: string }, b: { readonly name: string }): number =>
  a.name.localeCompare(b.name, "en", { numeric: true });

const keyFrom = (
  definition: SecurityAttributeDefinition,
  obstacle: string | null,
): SelectableNamespace["keys"][number] => {
  const reason = obstacleOf(definition) ?? (obstacle === null ? null : "Its namespace cannot be used.");
  const { name, description, allowedValues } = definition;
  return { name, description, allowedValues, isSelectable: reason === null, reason };
};

function namespaceFrom(namespace: SecurityAttributeNamespace): SelectableNamespace {
  const { id, name, description, definitions, isDefinitionListComplete } = namespace;
  const obstacle = obstacleOf(namespace);
  const keys = definitions
    .filter(({ lifecycleState }) => lifecycleState !== "DELETED")
    .toSorted(byName)
    .map((definition) => keyFrom(definition, obstacle));
  const unread = isDefinitionListComplete ? null : "Its security attributes could not be listed.";
  const reason = obstacle ?? unread ?? (keys.length === 0 ? "It has no security attributes." : null);
  // A list with gaps may still hold the key that is wanted.
  const isSelectable = obstacle === null && keys.some((key) => key.isSelectable);
  return {
    id,
    name,
    description,
    isSelectable,
    reason: isSelectable ? unread : (reason ?? "None of its security attributes can be chosen."),
    keys,
  };
}

/** Answers `GET /api/security-attributes/selectable`: what the Add dialog offers, what cannot be chosen with its reason. */
export function selectableNamespaces(catalog: SecurityAttributeCatalog): SelectableNamespacesResponse {
  return {
    namespaces: catalog.namespaces
      .filter(({ lifecycleState }) => lifecycleState !== "DELETED")
      .toSorted(byName)
      .map(namespaceFrom),
    isComplete: catalog.isNamespaceListComplete && catalog.namespaces.every((each) => each.isDefinitionListComplete),
    gaps: catalog.gaps,
  };
}
