"use client";

import { useQuery } from "@tanstack/react-query";
import { useQueryStates } from "nuqs";
import { ClusterFilters } from "@/components/clusters/cluster-filters";
import { clusterListParsers } from "@/components/clusters/cluster-list-params";
import { clusterColumns, ClusterTable } from "@/components/clusters/cluster-table";
import { CompletenessBanner } from "@/components/shared/completeness-banner";
import { ListBody } from "@/components/shared/list-body";
import { listRequest } from "@/components/shared/list-params";
import { ListScope } from "@/components/shared/list-scope";
import { ListSummary } from "@/components/shared/list-summary";
import { PageHeader } from "@/components/shared/page-header";
import { useFirstReading } from "@/components/shared/still-reading";
import { useScope } from "@/components/shared/use-scope";
import { EmptyState } from "@/components/ui/empty-state";
import { clusterPages, clustersQuery } from "@/lib/queries/clusters";

const exported = () => import("@/components/clusters/cluster-export").then((module) => module.clusterExport);

/** Every cluster of every readable compartment and region. */
export function ClustersView() {
  const [values, setValues] = useQueryStates(clusterListParsers);
  const request = { ...listRequest(values), ...useScope().params };
  const clusters = useQuery(clustersQuery(request));
  const isFirst = useFirstReading();
  const { q, eligibility, state } = values;
  const isFiltered = q !== "" || eligibility !== null || state !== null;
  const clear = () => void setValues({ q: null, eligibility: null, state: null, page: null });
  return (
    <ListScope
      name="clusters"
      noun="clusters"
      address={values}
      onAddress={(change) => void setValues(change)}
      pages={clusterPages}
      request={request}
      answer={clusters.data}
      exported={exported}
    >
      <PageHeader
        title="Clusters"
        aside={<ListSummary data={clusters.data} noun="clusters" isFiltered={isFiltered} isFirstReading={isFirst} />}
      />
      <div className="mb-3 flex flex-wrap items-center gap-2">
        <ClusterFilters values={values} onChange={setValues} />
      </div>
      <div className="flex flex-col gap-3">
        {clusters.data && !isFirst && <CompletenessBanner completeness={clusters.data.completeness} />}
        <ListBody
          query={clusters}
          noun="clusters"
          columns={clusterColumns}
          isFiltered={isFiltered}
          onClear={clear}
          empty={({ completeness }) => <NoClusters isComplete={completeness.isComplete} />}
          page={values.page}
          onPage={(page) => void setValues({ page: page || null }, { history: "push" })}
        >
          {({ items }) => (
            <ClusterTable
              clusters={items}
              sorting={{ sortBy: values.sortBy ?? "name", sortOrder: values.sortOrder }}
              onSort={({ sortBy, sortOrder }) =>
                void setValues({ sortBy: clusterListParsers.sortBy.parse(sortBy ?? ""), sortOrder, page: null })
              }
              viewKey={JSON.stringify([request, clusters.isPlaceholderData])}
            />
          )}
        </ListBody>
      </div>
    </ListScope>
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
