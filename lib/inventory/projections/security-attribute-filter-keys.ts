import type { securityAttributeFilterKeys, SecurityAttributeListItem } from "@/lib/contract/security-attributes";
import type { FilterKey } from "@/lib/inventory/projections/filter-key";
import { type ResourceKind, resourceKindFacts } from "@/lib/oke/resource-kind";
import { isStale } from "@/lib/zpr/verdict-state";

/** The attribute's own verdict and those of the values that it is carried with. */
function statesOf({ state, usedValues }: SecurityAttributeListItem): readonly string[] {
  const states = [state, ...usedValues.map((used) => used.state)];
  return [...states, ...(states.some(isStale) ? ["stale"] : [])];
}

/** What the filter of the security attributes can name. */
export const securityAttributeKeys: Record<
  (typeof securityAttributeFilterKeys)[number],
  FilterKey<SecurityAttributeListItem>
> = {
  namespace: { what: "Namespace", kind: "choice", valuesOf: ({ namespace }) => [namespace] },
  key: { what: "Key", kind: "text", valuesOf: ({ key }) => [key] },
  state: {
    what: "What is to be said of it or of a value that it is carried with: ok, stale, deleted and the like",
    kind: "choice",
    valuesOf: statesOf,
  },
  value: {
    what: "Value that resources carry it with",
    kind: "text",
    valuesOf: ({ usedValues }) => usedValues.map(({ value }) => value),
  },
  kind: {
    what: "Kind of resource that carries it",
    kind: "choice",
    valuesOf: ({ kinds }) => kinds,
    labelOf: (kind) => resourceKindFacts[kind as ResourceKind].label,
  },
  resources: {
    what: "Number of resources that carry it",
    kind: "number",
    valuesOf: ({ resourceCount }) => [resourceCount],
  },
  lifecycle: {
    what: "Lifecycle state of its definition",
    kind: "choice",
    valuesOf: ({ lifecycleState }) => [lifecycleState],
  },
};
