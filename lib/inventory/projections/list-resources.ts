import type { ListResourcesRequest } from "@/lib/contract/list-resources-request";
import type { clusterMatchWords, ListResourcesResponse, ResourceListItem } from "@/lib/contract/resources";
import { withDescendants } from "@/lib/inventory/compartments";
import type { Inventory } from "@/lib/inventory/inventory";
import { completenessOf, concernsOfKinds, within } from "@/lib/inventory/projections/completeness";
import type { Findings } from "@/lib/inventory/projections/findings";
import { matchesText } from "@/lib/inventory/projections/free-text";
import { clusterIdOf, indexOf } from "@/lib/inventory/projections/inventory-index";
import { paged, type SortValue } from "@/lib/inventory/projections/paged";
import { attributeText, isAmongStates, isProtected } from "@/lib/inventory/projections/resource-attributes";
import { attributesOf } from "@/lib/oke/carried-attributes";
import type { ProtectedResource } from "@/lib/oke/protected-resource";
import { resourceKindFacts, resourceKinds } from "@/lib/oke/resource-kind";
import { type AssessedSecurityAttribute, isStale } from "@/lib/zpr/verdict-state";

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

/** Whether an attribute is in the namespace asked for, is the attribute asked for, or has the value asked for too. */
function isAttribute({ namespace, key, value, unreadable }: AssessedSecurityAttribute, wanted: string): boolean {
  const name = `${namespace}.${key}`;
  const lower = wanted.toLowerCase();
  if (lower === namespace.toLowerCase() || lower === name.toLowerCase()) return true;
  // Names have no case, values have.
  return lower.startsWith(`${name.toLowerCase()}:`) && wanted.slice(name.length + 1) === (unreadable ?? value);
}

const matchWordOf = ({ cluster }: ProtectedResource): (typeof clusterMatchWords)[number] =>
  cluster.type === "matched" ? cluster.confidence : cluster.type;

function isUnder(row: ResourceListItem, clusterIds: readonly string[]): boolean {
  const clusterId = clusterIdOf(row) ?? (row.cluster.type === "shared" ? null : "unmatched");
  return clusterId !== null && clusterIds.includes(clusterId);
}

/** Everything but `protected`: of what is left by that, both sides are counted. */
function filterOf(inventory: Inventory, request: ListResourcesRequest): (row: ResourceListItem) => boolean {
  const { region, compartmentId, kind, state, clusterId, match, attribute, lifecycleState, q } = request;
  const compartments = compartmentId && withDescendants(inventory.compartments, compartmentId);
  return (row) => {
    const attributes = attributesOf(row);
    return (
      (region?.includes(row.region) ?? true) &&
      (compartments?.has(row.compartmentId) ?? true) &&
      (kind?.includes(row.kind) ?? true) &&
      (lifecycleState?.includes(row.lifecycleState) ?? true) &&
      (state === undefined || attributes.some(({ verdict }) => isAmongStates(verdict.state, state))) &&
      (clusterId === undefined || isUnder(row, clusterId)) &&
      (match?.includes(matchWordOf(row)) ?? true) &&
      (attribute === undefined || attributes.some((each) => isAttribute(each, attribute))) &&
      matchesText(row, q, textsOf)
    );
  };
}

/** Answers `GET /api/resources`; `null` when the page token does not fit the query. */
export function listResources(
  inventory: Inventory,
  findings: Findings,
  request: ListResourcesRequest,
): ListResourcesResponse | null {
  const all = resourceRows(inventory);
  const found = all.filter(filterOf(inventory, request));
  const protectedTotal = found.filter(isProtected).length;
  const matching =
    request.protected === undefined ? found : found.filter((row) => isProtected(row) === request.protected);
  const { sortBy = "displayName", sortOrder, limit, page, ...filters } = request;
  const ordering = { valueOf: sortValues[sortBy], idOf: ({ id }: ResourceListItem) => id, sortOrder };
  const shown = paged(matching, ordering, { limit, page, question: JSON.stringify([sortBy, sortOrder, filters]) });
  if (shown === null) return null;
  const compartments = request.compartmentId && withDescendants(inventory.compartments, request.compartmentId);
  const concerns = within(concernsOfKinds(request.kind ?? resourceKinds), request.region ?? [], compartments ?? null);
  return {
    ...shown,
    items: shown.items.map((row) => ({ ...row, findings: findings.ofResource(row.id) })),
    total: matching.length,
    totalUnfiltered: all.length,
    protectedTotal,
    unprotectedTotal: found.length - protectedTotal,
    revision: inventory.revision,
    completeness: completenessOf(inventory, concerns),
  };
}
