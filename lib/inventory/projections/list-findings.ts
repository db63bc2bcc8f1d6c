import type { FindingListItem, ListFindingsRequest, ListFindingsResponse } from "@/lib/contract/findings";
import { withDescendants } from "@/lib/inventory/compartments";
import type { Inventory } from "@/lib/inventory/inventory";
import { completenessOf, concernsOfKinds, within } from "@/lib/inventory/projections/completeness";
import { findingKeys } from "@/lib/inventory/projections/finding-filter-keys";
import type { Findings } from "@/lib/inventory/projections/findings";
import { inScope } from "@/lib/inventory/projections/in-scope";
import { listPage, type ListRows } from "@/lib/inventory/projections/list-page";
import type { SortValue } from "@/lib/inventory/projections/ordered-rows";
import { findingCounts, findingRules, findingSeverities } from "@/lib/oke/findings/finding";
import { resourceKindFacts, resourceKinds } from "@/lib/oke/resource-kind";

/** Ascending, the gravest stands first, and of the same severity what is more consequential. */
const gravity = ({ severity, rule }: FindingListItem): number =>
  findingSeverities.indexOf(severity) * findingRules.length + findingRules.indexOf(rule);

const sortValues: Record<NonNullable<ListFindingsRequest["sortBy"]>, (row: FindingListItem) => SortValue> = {
  severity: gravity,
  rule: ({ title }) => title,
  displayName: ({ displayName }) => displayName,
  clusterName: ({ clusterName }) => clusterName,
  region: ({ region }) => region,
};

const textsOf = (row: FindingListItem): readonly string[] => [
  row.displayName,
  row.resourceId,
  row.title,
  row.evidence,
  row.region,
  row.compartmentName,
  row.clusterName ?? "",
  resourceKindFacts[row.kind].label,
];

const isOfResource = ({ resourceId }: FindingListItem, wanted: string): boolean =>
  resourceId === wanted || resourceId.startsWith(`${wanted}:`);

function filterOf(inventory: Inventory, request: ListFindingsRequest): (row: FindingListItem) => boolean {
  const { region, compartmentId, severity, rule, kind, clusterId, resourceId } = request;
  const compartments = compartmentId && withDescendants(inventory.compartments, compartmentId);
  return (row) =>
    (region?.includes(row.region) ?? true) &&
    (compartments?.has(row.compartmentId) ?? true) &&
    (severity?.includes(row.severity) ?? true) &&
    (rule?.includes(row.rule) ?? true) &&
    (kind?.includes(row.kind) ?? true) &&
    (clusterId === undefined || (row.clusterId !== null && clusterId.includes(row.clusterId))) &&
    (resourceId === undefined || isOfResource(row, resourceId));
}

const listRows: ListRows<FindingListItem, keyof typeof sortValues> = {
  idOf: ({ id }) => id,
  textsOf,
  sortValues,
  filterKeys: findingKeys,
};

/** How far what is read on request has been read. */
export type Compared = Pick<ListFindingsResponse, "comparedNodePools" | "comparedClusters">;

/** Answers `GET /api/findings`; `null` when the page token does not fit the query. */
export function listFindings(
  inventory: Inventory,
  { all }: Findings,
  compared: Compared,
  request: ListFindingsRequest,
): ListFindingsResponse | null {
  const { q, sortBy = "severity", sortOrder, limit, page, offset, facet, facetText, ...filters } = request;
  const question = { q, sortBy, sortOrder, limit, page, offset, facet, facetText, filters };
  const shown = listPage(all, listRows, { ...question, narrows: filterOf(inventory, request) });
  if (shown === null) return null;
  const { matching, ...answer } = shown;
  const compartments = request.compartmentId && withDescendants(inventory.compartments, request.compartmentId);
  const concerns = within(concernsOfKinds(request.kind ?? resourceKinds), request.region ?? [], compartments ?? null);
  return {
    ...answer,
    total: matching.length,
    totalUnfiltered: inScope(inventory, request).of(all).length,
    revision: inventory.revision,
    completeness: completenessOf(inventory, concerns),
    counts: findingCounts(matching),
    ...compared,
  };
}
