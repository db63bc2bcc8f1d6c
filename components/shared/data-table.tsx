"use client";

import { useMemo, useRef } from "react";
import { type DataColumn, shownColumns } from "@/components/shared/data-columns";
import { GroupHead, groupedRows, type RowGroup } from "@/components/shared/data-table-groups";
import { DataTableHead, type Sorting } from "@/components/shared/data-table-head";
import { DataTableRow, useRowChoice, type RowSelection } from "@/components/shared/data-table-row";
import { HeldRows } from "@/components/shared/held-rows";
import { late } from "@/components/shared/late";
import { useListScope } from "@/components/shared/list-scope";
import { Table } from "@/components/ui/table";
import { useSteadyRows } from "@/components/ui/use-steady-rows";

export { columnHelper } from "@/components/shared/data-columns";
export type { Sorting };

const VirtualRows = late(() => import("@/components/shared/virtual-rows").then((module) => module.VirtualRows));

type DataTableProps<T> = {
  /** Accessible name; tests find the table by it. */
  readonly label: string;
  readonly columns: readonly DataColumn<T>[];
  readonly rows: readonly T[];
  readonly rowId: (row: T) => string;
  readonly sorting?: Sorting;
  readonly onSort?: (sorting: Sorting) => void;
  /**
   * Changes when the person asked for other rows (filter, sort, page), and again when those are there: then nothing is
   * held back.
   */
  readonly viewKey?: string;
  /** Which rows are chosen, where rows can be. */
  readonly selection?: RowSelection<T> | undefined;
  /** What rows stand under, where those that follow each other belong together. */
  readonly groupOf?: ((row: T) => RowGroup) | undefined;
};

/**
 * The rows of a list, sorted and paged by the server. The view decides beforehand that there are rows. Inside of a
 * `ListScope` its columns are those of the address, and all rows of it can be one list that is scrolled.
 */
export function DataTable<T>(props: DataTableProps<T>) {
  const { label, rowId, viewKey = "", rows, selection, groupOf } = props;
  const region = useRef<HTMLDivElement>(null);
  const steady = useSteadyRows(rows, rowId, viewKey, region);
  const list = useListScope();
  const chosenColumns = list?.address.columns ?? "";
  const columns = useMemo(() => shownColumns(props.columns, chosenColumns), [props.columns, chosenColumns]);
  const choice = useRowChoice(selection);
  const total = list?.answer?.total ?? 0;
  const isScrolled = list !== null && list.address.size === "all" && total > rows.length;
  return (
    <div className="relative">
      <Table label={label} isStacked isBounded={isScrolled} rowCount={isScrolled ? total + 1 : undefined} ref={region}>
        {/* Of a list that is scrolled most rows are out of sight: nothing chooses them all at once. */}
        <DataTableHead {...props} columns={columns} selection={isScrolled ? undefined : selection} />
        {isScrolled ? (
          <VirtualRows
            list={list}
            columns={columns as readonly DataColumn<unknown>[]}
            rowId={rowId as (row: unknown) => string}
            selection={selection as RowSelection<unknown> | undefined}
            viewKey={viewKey}
            region={region}
          />
        ) : (
          groupedRows(steady.rows, groupOf).map(({ group, rows: members }) => (
            <tbody key={group?.id ?? ""}>
              {group !== null && <GroupHead group={group} columns={columns.length} />}
              {members.map((row) => (
                <DataTableRow
                  key={rowId(row)}
                  row={row}
                  columns={columns}
                  choice={choice}
                  isChosen={selection?.has(row) ?? false}
                />
              ))}
            </tbody>
          ))
        )}
      </Table>
      {!isScrolled && <HeldRows count={steady.heldCount} onShow={steady.showNow} />}
    </div>
  );
}
