"use client";

import { findingHref } from "@/components/findings/finding-place";
import { columnHelper, DataTable, type Sorting } from "@/components/shared/data-table";
import { severityWords } from "@/components/shared/finding-words";
import { TextLink } from "@/components/shared/text-link";
import { Literal } from "@/components/ui/literal";
import { StatusWord } from "@/components/ui/status-word";
import type { FindingListItem } from "@/lib/contract/findings";
import { resourceKindFacts } from "@/lib/oke/resource-kind";
import { routes } from "@/lib/routes";

const column = columnHelper<FindingListItem>();

/** What the list of findings shows of each. */
export const findingColumns = column.columns([
  column.accessor("displayName", {
    header: "Resource",
    meta: { sortBy: "displayName", filterKey: "resource" },
    cell: ({ row: { original: finding } }) => (
      <span className="flex min-w-36 flex-col">
        <TextLink href={findingHref(finding)} look="name">
          <Literal text={finding.displayName} />
        </TextLink>
        <span className="text-note text-muted">{resourceKindFacts[finding.kind].label}</span>
      </span>
    ),
  }),
  column.accessor("severity", {
    header: "Severity",
    meta: { sortBy: "severity", filterKey: "severity", className: "sm:min-w-24" },
    cell: ({ getValue }) => {
      const { shape, tone, word } = severityWords[getValue()];
      return (
        <StatusWord shape={shape} tone={tone}>
          {word}
        </StatusWord>
      );
    },
  }),
  column.accessor("title", {
    id: "rule",
    header: "Finding",
    meta: { sortBy: "rule", filterKey: "finding" },
    cell: ({ row: { original: finding } }) => (
      <span className="flex flex-col gap-0.5 wrap-anywhere sm:min-w-96">
        <span className="font-medium">{finding.title}</span>
        <Literal text={finding.evidence} />
        <span className="text-muted">{finding.cure}</span>
      </span>
    ),
  }),
  column.accessor("clusterName", {
    header: "Cluster",
    meta: { sortBy: "clusterName", filterKey: "cluster" },
    cell: ({ row: { original: finding } }) =>
      finding.clusterId === null ? (
        <span className="text-muted">None</span>
      ) : (
        <TextLink href={routes.cluster(finding.clusterId)}>
          <Literal text={finding.clusterName ?? finding.clusterId} />
        </TextLink>
      ),
  }),
  column.accessor("region", {
    header: "Region",
    meta: { sortBy: "region", filterKey: "region" },
    cell: ({ row: { original: finding } }) => (
      <span className="flex flex-col">
        <span className="text-note font-mono whitespace-nowrap">{finding.region}</span>
        <span className="text-note text-muted">
          <Literal text={finding.compartmentName} />
        </span>
      </span>
    ),
  }),
]);

type FindingTableProps = {
  readonly findings: readonly FindingListItem[];
  readonly sorting: Sorting;
  readonly onSort: (sorting: Sorting) => void;
  readonly viewKey: string;
};

/** One page of findings. */
export function FindingTable({ findings, sorting, onSort, viewKey }: FindingTableProps) {
  return (
    <DataTable
      label="Findings"
      columns={findingColumns}
      rows={findings}
      rowId={({ id }) => id}
      sorting={sorting}
      onSort={onSort}
      viewKey={viewKey}
    />
  );
}
