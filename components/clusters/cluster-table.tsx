"use client";

import { cniWord, endpointWords } from "@/components/clusters/cluster-words";
import { ReadinessCell } from "@/components/clusters/readiness-cell";
import { AttributeSet } from "@/components/shared/attribute-set";
import { columnHelper, DataTable, type Sorting } from "@/components/shared/data-table";
import { EligibilityNote } from "@/components/shared/eligibility-note";
import { FindingCount } from "@/components/shared/finding-count";
import { StateWord } from "@/components/shared/state-word";
import { TextLink } from "@/components/shared/text-link";
import { VerdictCountsSummary } from "@/components/shared/verdict-counts-summary";
import { Literal } from "@/components/ui/literal";
import type { ListedCluster } from "@/lib/contract/clusters";
import { routes } from "@/lib/routes";

const column = columnHelper<ListedCluster>();

const hasFindings = ({ findings: { high, medium, low } }: ListedCluster) => high + medium + low > 0;

/** What the list of clusters shows of each. */
export const clusterColumns = column.columns([
  column.accessor("name", {
    header: "Name",
    meta: { sortBy: "name", filterKey: "name" },
    cell: ({ row: { original: cluster } }) => (
      <span className="flex min-w-28 flex-wrap items-center gap-x-2">
        <TextLink look="name" href={routes.cluster(cluster.id)}>
          <Literal text={cluster.name} />
        </TextLink>
        {cluster.lifecycleState !== "ACTIVE" && (
          <span className="text-note">
            <StateWord state={cluster.lifecycleState} />
          </span>
        )}
      </span>
    ),
  }),
  column.accessor((cluster) => cluster.eligibility.state, {
    id: "eligibility",
    header: "ZPR",
    meta: { sortBy: "eligibility", filterKey: "zpr" },
    cell: ({ row }) => <EligibilityNote eligibility={row.original.eligibility} />,
  }),
  column.accessor((cluster) => cluster.readiness.fail, {
    id: "readiness",
    header: "Readiness",
    meta: { sortBy: "readiness", filterKey: "failing" },
    cell: ({ row }) => <ReadinessCell cluster={row.original} />,
  }),
  column.accessor("verdicts", {
    id: "stale",
    header: "Findings",
    meta: { sortBy: "stale", filterKey: "state" },
    cell: ({ row: { original: cluster } }) => (
      <span className="flex flex-col items-start gap-0.5">
        <FindingCount counts={cluster.findings} href={routes.findings({ clusterId: cluster.id })} />
        <VerdictCountsSummary counts={cluster.verdicts} noneWord={hasFindings(cluster) ? "" : "None"} />
      </span>
    ),
  }),
  column.accessor("endpointSecurityAttributes", {
    header: "Endpoint attributes",
    meta: { filterKey: "attr" },
    cell: ({ getValue }) => (
      <span className="block min-w-36">
        <AttributeSet attributes={getValue()} />
      </span>
    ),
  }),
  column.accessor("protectedResourceCount", {
    header: "Protected",
    meta: { sortBy: "protectedResourceCount", filterKey: "protected", align: "end", className: "whitespace-nowrap" },
    cell: ({ row: { original: cluster } }) => (
      <>
        {cluster.protectedResourceCount} <span className="text-muted">of {cluster.resourceCount}</span>
      </>
    ),
  }),
  column.accessor("nodePoolCount", {
    header: "Pools",
    meta: { sortBy: "nodePoolCount", filterKey: "pools", align: "end" },
    cell: ({ row: { original: cluster } }) => (
      <>
        {cluster.nodePoolCount}
        {cluster.virtualNodePoolCount > 0 && (
          <span className="text-muted"> + {cluster.virtualNodePoolCount} virtual</span>
        )}
      </>
    ),
  }),
  column.accessor("region", {
    header: "Region",
    meta: { sortBy: "region", filterKey: "region", className: "whitespace-nowrap" },
    cell: ({ getValue }) => <span className="text-note font-mono">{getValue()}</span>,
  }),
  column.accessor("compartmentName", {
    header: "Compartment",
    meta: { sortBy: "compartmentName", filterKey: "compartment" },
    cell: ({ getValue }) => <Literal text={getValue()} />,
  }),
  column.accessor("kubernetesVersion", {
    header: "Version",
    meta: { sortBy: "kubernetesVersion", filterKey: "k8s" },
    cell: ({ getValue }) => <span className="text-note font-mono">{getValue() ?? "Not known"}</span>,
  }),
  column.accessor("endpoint", {
    header: "Endpoint",
    meta: { filterKey: "endpoint" },
    cell: ({ row: { original: cluster } }) => (
      <span className="flex flex-col">
        <span>{endpointWords[cluster.endpoint]}</span>
        <span className="text-note text-muted">
          {cluster.cniType === null ? "CNI not known" : cniWord(cluster.cniType)}
        </span>
      </span>
    ),
  }),
]);

type ClusterTableProps = {
  readonly clusters: readonly ListedCluster[];
  readonly sorting: Sorting;
  readonly onSort: (sorting: Sorting) => void;
  readonly viewKey: string;
};

/** One page of clusters. */
export function ClusterTable({ clusters, sorting, onSort, viewKey }: ClusterTableProps) {
  return (
    <DataTable
      label="Clusters"
      columns={clusterColumns}
      rows={clusters}
      rowId={(cluster) => cluster.id}
      sorting={sorting}
      onSort={onSort}
      viewKey={viewKey}
    />
  );
}
