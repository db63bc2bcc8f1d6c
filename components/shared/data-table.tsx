"use client";

import {
  createColumnHelper,
  metaHelper,
  tableFeatures,
  useTable,
  type RowData,
  type TableOptions,
} from "@tanstack/react-table";
import { Button } from "@/components/ui/button";
import { BodyCell, HeaderCell, Row, Table, type Align } from "@/components/ui/table";
import { useSteadyRows } from "@/components/ui/use-steady-rows";

type DataColumnMeta = {
  readonly align?: Align;
  /** The server's name for this column in `sortBy`; without it the column cannot be sorted. */
  readonly sortBy?: string;
  readonly className?: string;
};

const features = tableFeatures({ columnMeta: metaHelper<DataColumnMeta>() });

export type DataColumns<T extends RowData> = TableOptions<typeof features, T>["columns"];

/** Columns are written at module level with this, so that they read as a specification. The first one is the name. */
export const columnHelper = <T extends RowData>() => createColumnHelper<typeof features, T>();

export type Sorting = { readonly sortBy: string | null; readonly sortOrder: "ASC" | "DESC" };

type DataTableProps<T extends RowData> = {
  /** Accessible name; tests find the table by it. */
  readonly label: string;
  readonly columns: DataColumns<T>;
  readonly rows: readonly T[];
  readonly rowId: (row: T) => string;
  readonly sorting?: Sorting;
  readonly onSort?: (sorting: Sorting) => void;
  /**
   * Changes when the person asked for other rows (filter, sort, page), and again when those are there: then nothing is
   * held back.
   */
  readonly viewKey?: string;
};

const nextSorting = (now: Sorting, sortBy: string): Sorting =>
  now.sortBy === sortBy
    ? { sortBy, sortOrder: now.sortOrder === "ASC" ? "DESC" : "ASC" }
    : { sortBy, sortOrder: "ASC" };

/** The rows of a list, sorted and paged by the server. The view decides beforehand that there are rows. */
export function DataTable<T extends RowData>({
  label,
  columns,
  rows,
  rowId,
  sorting,
  onSort,
  viewKey = "",
}: DataTableProps<T>) {
  const { rows: shownRows, heldCount, showNow, region } = useSteadyRows(rows, rowId, viewKey);
  const table = useTable({ features, columns, data: shownRows, getRowId: rowId });
  return (
    <div className="relative">
      <Table label={label} isStacked ref={region}>
        <thead>
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id}>
              {group.headers.map((header, index) => {
                const { align, sortBy, className } = header.column.columnDef.meta ?? {};
                const sort =
                  sortBy !== undefined && sorting && onSort
                    ? {
                        order: sorting.sortBy === sortBy ? sorting.sortOrder : null,
                        onSort: () => onSort(nextSorting(sorting, sortBy)),
                      }
                    : undefined;
                return (
                  <HeaderCell
                    key={header.id}
                    isFirst={index === 0}
                    sort={sort}
                    className={className}
                    {...(align && { align })}
                  >
                    <table.FlexRender header={header} />
                  </HeaderCell>
                );
              })}
            </tr>
          ))}
        </thead>
        <tbody>
          {table.getRowModel().rows.map((row) => (
            <Row key={row.id}>
              {row.getAllCells().map((cell, index) => {
                const { header, meta: { align, className } = {} } = cell.column.columnDef;
                return (
                  <BodyCell
                    key={cell.id}
                    isFirst={index === 0}
                    label={typeof header === "string" ? header : undefined}
                    className={className}
                    {...(align && { align })}
                  >
                    <table.FlexRender cell={cell} />
                  </BodyCell>
                );
              })}
            </Row>
          ))}
        </tbody>
      </Table>
      {heldCount > 0 && (
        <div role="status" className="absolute inset-x-0 top-11 z-30 flex justify-center">
          <Button size="small" onClick={showNow} className="shadow-float">
            {heldCount} {heldCount === 1 ? "new row" : "new rows"}, update
          </Button>
        </div>
      )}
    </div>
  );
}
