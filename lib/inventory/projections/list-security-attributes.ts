import type { ListSecurityAttributesRequest } from "@/lib/contract/list-security-attributes-request";
import type { SecurityAttributeListItem, SecurityAttributesResponse } from "@/lib/contract/security-attributes";
import { withDescendants } from "@/lib/inventory/compartments";
import type { Inventory } from "@/lib/inventory/inventory";
import { completenessOf, concernsOfKinds, within } from "@/lib/inventory/projections/completeness";
import { listPage, type ListRows } from "@/lib/inventory/projections/list-page";
import { namespaceSummaries } from "@/lib/inventory/projections/namespace-summaries";
import type { SortValue } from "@/lib/inventory/projections/ordered-rows";
import { isAmongStates } from "@/lib/inventory/projections/resource-attributes";
import { securityAttributeKeys } from "@/lib/inventory/projections/security-attribute-filter-keys";
import { carriedValueRows, securityAttributeRows } from "@/lib/inventory/projections/security-attribute-rows";
import { resourceKinds } from "@/lib/oke/resource-kind";
import { isStale, severityOf } from "@/lib/zpr/verdict-state";

type SortColumn = NonNullable<ListSecurityAttributesRequest["sortBy"]>;

const nameOf = ({ namespace, key }: SecurityAttributeListItem): string => `${namespace}.${key}`;

/** More than any attribute has carriers: the number of them orders only within one verdict. */
const carriersAtMost = 1_000_000;

const sortValues: Record<SortColumn, (row: SecurityAttributeListItem) => SortValue> = {
  name: nameOf,
  state: (row) => -severityOf(row.state) * carriersAtMost - row.resourceCount,
  resourceCount: ({ resourceCount }) => resourceCount,
  lifecycleState: ({ lifecycleState }) => lifecycleState,
};

/** The same key stands once a value in the stale queue. */
const idOf = (row: SecurityAttributeListItem): string =>
  JSON.stringify([row.namespace, row.key, row.namespaceId, row.state, ...row.usedValues.map(({ value }) => value)]);

const textsOf = (row: SecurityAttributeListItem): readonly string[] => [
  nameOf(row),
  row.description ?? "",
  row.namespaceId ?? "",
  ...row.usedValues.map(({ value }) => `${nameOf(row)}:${value}`),
];

const isNamed = (name: string, wanted: string | undefined): boolean =>
  wanted === undefined || name.toLowerCase() === wanted.toLowerCase();

function filterOf({ state, namespace, key, kind }: ListSecurityAttributesRequest) {
  return (row: SecurityAttributeListItem): boolean =>
    isNamed(row.namespace, namespace) &&
    isNamed(row.key, key) &&
    (kind === undefined || row.kinds.some((each) => kind.includes(each))) &&
    (state === undefined ||
      isAmongStates(row.state, state) ||
      row.usedValues.some((used) => isAmongStates(used.state, state)));
}

const listRows: ListRows<SecurityAttributeListItem, SortColumn> = {
  idOf,
  textsOf,
  sortValues,
  filterKeys: securityAttributeKeys,
};

/** Only what resources of some regions or compartments carry; everything when neither is chosen. */
function narrowed(inventory: Inventory, request: ListSecurityAttributesRequest): Inventory {
  const { region, compartmentId } = request;
  if (!region && !compartmentId) return inventory;
  const compartments = compartmentId && withDescendants(inventory.compartments, compartmentId);
  const resources = inventory.resources.filter(
    (resource) => (region?.includes(resource.region) ?? true) && (compartments?.has(resource.compartmentId) ?? true),
  );
  return { ...inventory, resources };
}

/** Answers `GET /api/security-attributes`; `null` when the page token does not fit the query. */
export function listSecurityAttributes(
  inventory: Inventory,
  request: ListSecurityAttributesRequest,
): SecurityAttributesResponse | null {
  const isQueue = request.state?.includes("stale") ?? false;
  const isByValue = isQueue || request.by === "value";
  const seen = narrowed(inventory, request);
  const rows = isByValue ? carriedValueRows(seen) : securityAttributeRows(seen);
  const all = isQueue ? rows.filter(({ state }) => isStale(state)) : rows;
  const { q, sortOrder, limit, page, offset, facet, facetText, sortBy: asked, ...filters } = request;
  const sortBy = asked ?? (isQueue ? "state" : "name");
  const question = { q, sortBy, sortOrder, limit, page, offset, facet, facetText, filters };
  const shown = listPage(all, listRows, { ...question, narrows: filterOf(request) });
  if (shown === null) return null;
  const { matching, ...answer } = shown;
  const { namespaces, isNamespaceListComplete, gaps } = inventory.catalog;
  const compartments = request.compartmentId && withDescendants(inventory.compartments, request.compartmentId);
  const concerns = within(concernsOfKinds(request.kind ?? resourceKinds), request.region ?? [], compartments ?? null);
  return {
    ...answer,
    total: matching.length,
    totalUnfiltered: all.length,
    revision: inventory.revision,
    completeness: completenessOf(inventory, concerns),
    namespaceCount: namespaces.length,
    namespaces: namespaceSummaries(inventory.catalog),
    isCatalogComplete: isNamespaceListComplete && namespaces.every((each) => each.isDefinitionListComplete),
    catalogGaps: gaps,
  };
}
