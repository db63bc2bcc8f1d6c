import type { ListResourcesRequest } from "@/lib/contract/list-resources-request";
import type { ListResourcesResponse, ResourceListItem } from "@/lib/contract/resources";
import { withDescendants } from "@/lib/inventory/compartments";
import type { Inventory } from "@/lib/inventory/inventory";
import { completenessOf, concernsOfKinds, within } from "@/lib/inventory/projections/completeness";
import type { Findings } from "@/lib/inventory/projections/findings";
import { inScope } from "@/lib/inventory/projections/in-scope";
import { clusterIdOf, indexOf } from "@/lib/inventory/projections/inventory-index";
import { listPage, type ListRows } from "@/lib/inventory/projections/list-page";
import type { SortValue } from "@/lib/inventory/projections/ordered-rows";
import { attributeText, isAmongStates, isProtected } from "@/lib/inventory/projections/resource-attributes";
import { isAttribute, matchWordOf, resourceKeys } from "@/lib/inventory/projections/resource-filter-keys";
import { attributesOf } from "@/lib/oke/carried-attributes";
import type { ProtectedResource } from "@/lib/oke/protected-resource";
import { resourceKindFacts, resourceKinds } from "@/lib/oke/resource-kind";
import { isStale } from "@/lib/zpr/verdict-state";

const sortValues: Record<NonNullable<ListResourcesRequest["sortBy"]>, (row: ResourceListItem) => SortValue> = {
  displayName: ({ displayName }) => displayName,
  kind: ({ kind }) => resourceKindFacts[kind].label,
  region: ({ region }) => region,
  compartmentName: ({ compartmentName }) => compartmentName,
  clusterName: ({ clusterName }) => clusterName,
  lifecycleState: ({ lifecycleState }) => lifecycleState,
  attributeCount: (row) => attributesOf(row).length,
  stale: (row) => attributesOf(row).filter(({ verdict }) => isStale(verdict.state)).length,
};

/** A resource as a row of a list. */
export function resourceRow(inventory: Inventory, resource: ProtectedResource): ResourceListItem {
  const index = indexOf(inventory);
  const clusterId = clusterIdOf(resource);
  const cluster = clusterId === null ? undefined : index.clusters.get(clusterId);
  return {
    ...resource,
    compartmentName: index.compartmentName(resource.compartmentId),
    clusterName: clusterId === null ? null : (cluster?.name ?? clusterId),
  };
}

const rows = new WeakMap<Inventory, readonly ResourceListItem[]>();

/** Every resource of an inventory as a row; made once for each inventory. */
export function resourceRows(inventory: Inventory): readonly ResourceListItem[] {
  const known = rows.get(inventory) ?? inventory.resources.map((resource) => resourceRow(inventory, resource));
  rows.set(inventory, known);
  return known;
}

const textsOf = (row: ResourceListItem): readonly string[] => [
  row.displayName,
  row.ocid,
  row.region,
  row.compartmentName,
  row.clusterName ?? "",
  resourceKindFacts[row.kind].label,
  // An orphan is found by the cluster that it names.
  row.cluster.type === "orphan" ? row.cluster.clusterId : "",
  ...attributesOf(row).map(attributeText),
];

const listRows: ListRows<ResourceListItem, keyof typeof sortValues> = {
  idOf: ({ id }) => id,
  textsOf,
  sortValues,
  filterKeys: resourceKeys,
};

function isUnder(row: ResourceListItem, clusterIds: readonly string[]): boolean {
  const clusterId = clusterIdOf(row) ?? (row.cluster.type === "shared" ? null : "unmatched");
  return clusterId !== null && clusterIds.includes(clusterId);
}

type Test = (row: ResourceListItem) => boolean;

/** Everything but `protected`: of what is left by that, both sides are counted. Only what is asked is looked at. */
function filterOf(inventory: Inventory, request: ListResourcesRequest): Test {
  const { region, compartmentId, kind, state, clusterId, match, attribute, lifecycleState } = request;
  const compartments = compartmentId && withDescendants(inventory.compartments, compartmentId);
  const tests: readonly (Test | undefined)[] = [
    region === undefined ? undefined : (row) => region.includes(row.region),
    compartments === undefined ? undefined : (row) => compartments.has(row.compartmentId),
    kind === undefined ? undefined : (row) => kind.includes(row.kind),
    lifecycleState === undefined ? undefined : (row) => lifecycleState.includes(row.lifecycleState),
    state === undefined
      ? undefined
      : (row) => attributesOf(row).some(({ verdict }) => isAmongStates(verdict.state, state)),
    clusterId === undefined ? undefined : (row) => isUnder(row, clusterId),
    match === undefined ? undefined : (row) => match.includes(matchWordOf(row)),
    attribute === undefined ? undefined : (row) => attributesOf(row).some((each) => isAttribute(each, attribute)),
  ];
  const asked = tests.filter((test) => test !== undefined);
  return (row) => asked.every((test) => test(row));
}

/** Answers `GET /api/resources`; `null` when the page token does not fit the query. */
export function listResources(
  inventory: Inventory,
  findings: Findings,
  request: ListResourcesRequest,
): ListResourcesResponse | null {
  const all = resourceRows(inventory);
  const { q, id, sortBy = "displayName", sortOrder, limit, page, offset, facet, facetText, ...filters } = request;
  const question = { q, id, sortBy, sortOrder, limit, page, offset, facet, facetText, filters };
  const isAskedFor = filterOf(inventory, request);
  const side = request.protected;
  const narrows = (row: ResourceListItem) => (side === undefined || isProtected(row) === side) && isAskedFor(row);
  const shown = listPage(all, listRows, { ...question, narrows });
  if (shown === null) return null;
  const { matching, ...answer } = shown;
  const bothSides = { ...question, filters: { ...filters, protected: undefined }, limit: 0, narrows: isAskedFor };
  const found =
    side === undefined ? matching : (listPage(all, listRows, { ...bothSides, page: undefined })?.matching ?? []);
  const protectedTotal = found.filter(isProtected).length;
  const compartments = request.compartmentId && withDescendants(inventory.compartments, request.compartmentId);
  const concerns = within(concernsOfKinds(request.kind ?? resourceKinds), request.region ?? [], compartments ?? null);
  return {
    ...answer,
    items: answer.items.map((row) => ({ ...row, findings: findings.ofResource(row.id) })),
    total: matching.length,
    totalUnfiltered: inScope(inventory, request).of(all).length,
    protectedTotal,
    unprotectedTotal: found.length - protectedTotal,
    revision: inventory.revision,
    completeness: completenessOf(inventory, concerns),
  };
}
