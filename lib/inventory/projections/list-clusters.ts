import type { ClusterListItem, ListClustersResponse } from "@/lib/contract/clusters";
import type { ListClustersRequest } from "@/lib/contract/list-clusters-request";
import { withDescendants } from "@/lib/inventory/compartments";
import type { Inventory } from "@/lib/inventory/inventory";
import { clusterKeys } from "@/lib/inventory/projections/cluster-filter-keys";
import { clusterRows } from "@/lib/inventory/projections/cluster-rows";
import { completenessOf, concernsOfClusters, within } from "@/lib/inventory/projections/completeness";
import type { Findings } from "@/lib/inventory/projections/findings";
import { inScope } from "@/lib/inventory/projections/in-scope";
import { indexOf } from "@/lib/inventory/projections/inventory-index";
import { kubernetesVersionFilter } from "@/lib/inventory/projections/kubernetes-version-filter";
import { listPage } from "@/lib/inventory/projections/list-page";
import type { SortValue } from "@/lib/inventory/projections/ordered-rows";
import { attributeText, isAmongStates, staleCount } from "@/lib/inventory/projections/resource-attributes";
import { attributesOf } from "@/lib/oke/carried-attributes";
import { attributeVerdictStates } from "@/lib/zpr/verdict-state";

const sortValues: Record<NonNullable<ListClustersRequest["sortBy"]>, (row: ClusterListItem) => SortValue> = {
  name: ({ name }) => name,
  region: ({ region }) => region,
  compartmentName: ({ compartmentName }) => compartmentName,
  kubernetesVersion: ({ kubernetesVersion }) => kubernetesVersion,
  lifecycleState: ({ lifecycleState }) => lifecycleState,
  eligibility: ({ eligibility }) => eligibility.state,
  readiness: ({ readiness }) => readiness.fail * 100 + readiness.unknown,
  nodePoolCount: ({ nodePoolCount }) => nodePoolCount,
  protectedResourceCount: ({ protectedResourceCount }) => protectedResourceCount,
  stale: ({ verdicts }) => staleCount(verdicts),
  timeCreated: ({ timeCreated }) => timeCreated,
};

/** What free text is looked for in: the cluster, its pools and services, and everything they carry. */
const textsOf =
  (inventory: Inventory) =>
  (row: ClusterListItem): readonly string[] => {
    const resources = indexOf(inventory).resourcesOfCluster.get(row.id) ?? [];
    return [
      row.name,
      row.id,
      row.region,
      row.compartmentName,
      row.kubernetesVersion ?? "",
      ...resources.flatMap((resource) => [resource.displayName, ...attributesOf(resource).map(attributeText)]),
    ];
  };

function filterOf(inventory: Inventory, request: ListClustersRequest): (row: ClusterListItem) => boolean {
  const { region, compartmentId, state, eligibility, k8s, lifecycleState } = request;
  const compartments = compartmentId && withDescendants(inventory.compartments, compartmentId);
  const isVersion = k8s === undefined ? () => true : kubernetesVersionFilter(k8s);
  const states = state && attributeVerdictStates.filter((each) => isAmongStates(each, state));
  return (row) =>
    (region?.includes(row.region) ?? true) &&
    (compartments?.has(row.compartmentId) ?? true) &&
    (eligibility?.includes(row.eligibility.state) ?? true) &&
    (lifecycleState?.includes(row.lifecycleState) ?? true) &&
    (k8s === undefined || isVersion(row.kubernetesVersion)) &&
    (states?.some((each) => row.verdicts[each] > 0) ?? true);
}

/** Answers `GET /api/clusters`; `null` when the page token does not fit the query. */
export function listClusters(
  inventory: Inventory,
  findings: Findings,
  request: ListClustersRequest,
): ListClustersResponse | null {
  const rows = clusterRows(inventory);
  const { q, sortBy = "name", sortOrder, limit, page, offset, facet, facetText, ...filters } = request;
  const question = { q, sortBy, sortOrder, limit, page, offset, facet, facetText, filters };
  const shown = listPage(
    rows,
    {
      idOf: ({ id }: ClusterListItem) => id,
      textsOf: textsOf(inventory),
      sortValues,
      filterKeys: clusterKeys(inventory),
    },
    { ...question, narrows: filterOf(inventory, request) },
  );
  if (shown === null) return null;
  const { matching, ...answer } = shown;
  return {
    ...answer,
    items: answer.items.map((row) => ({ ...row, findings: findings.ofCluster(row.id) })),
    total: matching.length,
    totalUnfiltered: inScope(inventory, request).of(rows).length,
    revision: inventory.revision,
    // A cluster's own services may be in any compartment, so only the region narrows what matters.
    completeness: completenessOf(inventory, within(concernsOfClusters, request.region ?? [], null)),
  };
}
