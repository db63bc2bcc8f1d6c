"use client";

import { useQuery } from "@tanstack/react-query";
import { useQueryStates } from "nuqs";
import { ClusterFilters } from "@/components/clusters/cluster-filters";
import { clusterListParsers } from "@/components/clusters/cluster-list-params";
import { ClusterTable } from "@/components/clusters/cluster-table";
import { CompletenessBanner } from "@/components/shared/completeness-banner";
import { FilteredEmpty } from "@/components/shared/filtered-empty";
import { ListPaging } from "@/components/shared/list-paging";
import { listRequest } from "@/components/shared/list-params";
import { ListSummary } from "@/components/shared/list-summary";
import { PageHeader } from "@/components/shared/page-header";
import { QueryBoundary } from "@/components/shared/query-boundary";
import { EmptyState } from "@/components/ui/empty-state";
import { TableSkeleton } from "@/components/ui/skeleton";
import { clustersQuery } from "@/lib/queries/clusters";
import { inventoryQuery, isFirstReading } from "@/lib/queries/inventory";

/** Every cluster of every readable compartment and region. */
export function ClustersView() {
  const [values, setValues] = useQueryStates(clusterListParsers);
  const request = listRequest(values);
  const clusters = useQuery(clustersQuery(request));
  const isFirst = isFirstReading(useQuery(inventoryQuery()).data);
  const { q, region, eligibility, state } = values;
  const isFiltered = q !== "" || region !== null || eligibility !== null || state !== null;
  const clear = () => void setValues({ q: null, region: null, eligibility: null, state: null, page: null });
  return (
    <>
      <PageHeader
        title="Clusters"
        aside={<ListSummary data={clusters.data} noun="clusters" isFiltered={isFiltered} isFirstReading={isFirst} />}
      />
      <div className="mb-3 flex flex-wrap items-center gap-2">
        <ClusterFilters values={values} onChange={setValues} />
      </div>
      <div className="flex flex-col gap-3">
        {clusters.data && !isFirst && <CompletenessBanner completeness={clusters.data.completeness} />}
        <QueryBoundary
          query={clusters}
          what="The clusters"
          loading={<TableSkeleton label="Reading the clusters" columns={8} />}
          empty={(data) => {
            if (data.items.length > 0) return null;
            if (isFirst) return <TableSkeleton label="Reading the clusters" columns={8} />;
            if (isFiltered && data.totalUnfiltered > 0) {
              return (
                <FilteredEmpty
                  noun="clusters"
                  totalUnfiltered={data.totalUnfiltered}
                  isComplete={data.completeness.isComplete}
                  onClear={clear}
                />
              );
            }
            return <NoClusters isComplete={data.completeness.isComplete} />;
          }}
        >
          {(data) => (
            <div>
              <ClusterTable
                clusters={data.items}
                sorting={{ sortBy: values.sortBy ?? "name", sortOrder: values.sortOrder }}
                onSort={({ sortBy, sortOrder }) =>
                  void setValues({ sortBy: clusterListParsers.sortBy.parse(sortBy ?? ""), sortOrder, page: null })
                }
                viewKey={JSON.stringify([request, clusters.isPlaceholderData])}
              />
              <ListPaging
                page={values.page}
                data={data}
                isBehind={clusters.isPlaceholderData}
                onPage={(page) => void setValues({ page: page || null }, { history: "push" })}
              />
            </div>
          )}
        </QueryBoundary>
      </div>
    </>
  );
}

function NoClusters({ isComplete }: { readonly isComplete: boolean }) {
  return isComplete ? (
    <EmptyState title="There is no OKE cluster in this tenancy">
      Clusters of every compartment and subscribed region would be listed here. Create one in OCI, then read the tenancy
      again.
    </EmptyState>
  ) : (
    <EmptyState title="No cluster could be read">
      There may be clusters in what could not be read. The message above says what is missing.
    </EmptyState>
  );
}
