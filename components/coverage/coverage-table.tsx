"use client";

import { coverageWords } from "@/components/coverage/coverage-words";
import { columnHelper, DataTable, type Sorting } from "@/components/shared/data-table";
import { Ocid } from "@/components/shared/ocid";
import { TimeAgo } from "@/components/shared/time-ago";
import { CopyButton } from "@/components/ui/copy-button";
import { Literal } from "@/components/ui/literal";
import { StatusWord } from "@/components/ui/status-word";
import type { CoverageListItem } from "@/lib/contract/coverage";
import { formatCount } from "@/lib/format";

const column = columnHelper<CoverageListItem>();

/** What the ledger shows of each read. */
export const coverageColumns = column.columns([
  column.accessor("operation", {
    header: "Call",
    meta: { sortBy: "operation", filterKey: "call" },
    cell: ({ row: { original: read } }) => (
      <span className="flex min-w-36 flex-col">
        <span className="text-note font-mono">{read.operation}</span>
        {read.target !== null && <Target target={read.target} name={read.targetName} />}
      </span>
    ),
  }),
  column.accessor("outcome", {
    header: "Outcome",
    meta: { sortBy: "outcome", filterKey: "outcome" },
    cell: ({ row: { original: read } }) => {
      const { shape, tone, word } = coverageWords[read.outcome];
      return (
        <span className="flex flex-col gap-0.5 wrap-anywhere sm:min-w-48">
          <StatusWord shape={shape} tone={tone}>
            {word}
          </StatusWord>
          {read.problem !== null && <Problem problem={read.problem} />}
          {read.keptFrom !== null && (
            <span className="text-note text-muted">
              What is shown was read <TimeAgo time={read.keptFrom} />
            </span>
          )}
        </span>
      );
    },
  }),
  column.accessor("region", {
    header: "Region",
    meta: { sortBy: "region", filterKey: "region" },
    cell: ({ getValue }) => <span className="text-note font-mono whitespace-nowrap">{getValue()}</span>,
  }),
  column.accessor("compartmentName", {
    header: "Compartment",
    meta: { sortBy: "compartmentName", filterKey: "compartment" },
    cell: ({ getValue }) => {
      const name = getValue();
      return name === null ? <span className="text-muted">Whole tenancy</span> : <Literal text={name} />;
    },
  }),
  column.accessor("count", {
    header: "Objects",
    meta: { align: "end", filterKey: "objects" },
    cell: ({ row: { original: read } }) =>
      read.outcome === "read" ? formatCount(read.count) : <span className="text-muted">Unknown</span>,
  }),
  column.accessor("durationMs", {
    header: "Took",
    meta: { sortBy: "durationMs", filterKey: "took", align: "end" },
    cell: ({ getValue }) => <span className="whitespace-nowrap">{formatCount(Math.round(getValue()))} ms</span>,
  }),
  column.accessor("readAt", {
    header: "Asked",
    meta: { sortBy: "readAt" },
    cell: ({ getValue }) => <TimeAgo time={getValue()} />,
  }),
]);

type TargetProps = { readonly target: string; readonly name: string | null };

function Target({ target, name }: TargetProps) {
  if (name === null && target.startsWith("ocid1.")) return <Ocid ocid={target} />;
  return (
    <span className="text-note text-muted inline-flex items-center gap-0.5">
      <Literal text={name ?? target} />
      {name !== null && <CopyButton text={target} what="OCID" />}
    </span>
  );
}

const Problem = ({ problem }: { readonly problem: NonNullable<CoverageListItem["problem"]> }) => (
  <span className="text-note text-muted">
    <span className="font-mono">{problem.code}</span>: <Literal text={problem.message} />
    {problem.opcRequestId !== null && <CopyButton text={problem.opcRequestId} what="request id" />}
  </span>
);

type CoverageTableProps = {
  readonly reads: readonly CoverageListItem[];
  readonly sorting: Sorting;
  readonly onSort: (sorting: Sorting) => void;
  readonly viewKey: string;
};

/** One page of the ledger. */
export function CoverageTable({ reads, sorting, onSort, viewKey }: CoverageTableProps) {
  return (
    <DataTable
      label="Reads"
      columns={coverageColumns}
      rows={reads}
      rowId={({ id }) => id}
      sorting={sorting}
      onSort={onSort}
      viewKey={viewKey}
    />
  );
}
