"use client";

import { columnHelper, DataTable, type Sorting } from "@/components/shared/data-table";
import { StateWord } from "@/components/shared/state-word";
import { TextLink } from "@/components/shared/text-link";
import { TimeAgo } from "@/components/shared/time-ago";
import { Literal } from "@/components/ui/literal";
import { LintSummary } from "@/components/zpr-policies/lint-summary";
import type { ZprPolicyListItem } from "@/lib/contract/zpr-policies";
import { formatCount } from "@/lib/format";
import { routes } from "@/lib/routes";

const column = columnHelper<ZprPolicyListItem>();

/** What the list of ZPR policies shows of each. */
export const zprPolicyColumns = column.columns([
  column.accessor("name", {
    header: "Name",
    meta: { sortBy: "name", filterKey: "name" },
    cell: ({ row: { original: policy } }) => (
      <span className="flex min-w-36 flex-col">
        <TextLink href={routes.zprPolicy(policy.id)} look="name">
          <Literal text={policy.name} />
        </TextLink>
        {policy.description !== "" && (
          <span className="text-note text-muted max-w-[60ch]">
            <Literal text={policy.description} />
          </span>
        )}
      </span>
    ),
  }),
  column.accessor("lifecycleState", {
    header: "State",
    meta: { sortBy: "lifecycleState", filterKey: "state" },
    cell: ({ row: { original: policy } }) => (
      <span className="flex flex-col">
        <StateWord state={policy.lifecycleState} />
        {policy.lifecycleDetails !== null && (
          <span className="text-note text-muted max-w-[40ch]">
            <Literal text={policy.lifecycleDetails} />
          </span>
        )}
      </span>
    ),
  }),
  column.accessor("statementCount", {
    header: "Statements",
    meta: { sortBy: "statementCount", filterKey: "statements", align: "end" },
    cell: ({ getValue }) => formatCount(getValue()),
  }),
  column.accessor("lint", {
    header: "Linter",
    meta: { sortBy: "lint", filterKey: "linter" },
    cell: ({ getValue }) => <LintSummary counts={getValue()} />,
  }),
  column.accessor("timeUpdated", {
    header: "Updated",
    meta: { sortBy: "timeUpdated" },
    cell: ({ getValue }) => {
      const time = getValue();
      return time === null ? <span className="text-muted">Not known</span> : <TimeAgo time={time} />;
    },
  }),
]);

type ZprPolicyTableProps = {
  readonly policies: readonly ZprPolicyListItem[];
  readonly sorting: Sorting;
  readonly onSort: (sorting: Sorting) => void;
  readonly viewKey: string;
};

/** One page of ZPR policies. */
export function ZprPolicyTable({ policies, sorting, onSort, viewKey }: ZprPolicyTableProps) {
  return (
    <DataTable
      label="ZPR policies"
      columns={zprPolicyColumns}
      rows={policies}
      rowId={({ id }) => id}
      sorting={sorting}
      onSort={onSort}
      viewKey={viewKey}
    />
  );
}
