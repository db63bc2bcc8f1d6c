"use client";

import { useQueryClient } from "@tanstack/react-query";
import { ColumnMenuButton } from "@/components/shared/column-menu-button";
import type { DataColumn } from "@/components/shared/data-columns";
import type { RowSelection } from "@/components/shared/data-table-row";
import { useListScope, withoutPage } from "@/components/shared/list-scope";
import { HeaderCell } from "@/components/ui/table";
import { pageQuery } from "@/lib/queries/page-reader";

export type Sorting = { readonly sortBy: string | null; readonly sortOrder: "ASC" | "DESC" };

type DataTableHeadProps<T> = {
  readonly columns: readonly DataColumn<T>[];
  /** Those in sight: what the box in the head chooses. */
  readonly rows: readonly T[];
  readonly sorting?: Sorting;
  readonly onSort?: (sorting: Sorting) => void;
  readonly selection?: RowSelection<T> | undefined;
};

const nextSorting = (now: Sorting, sortBy: string): Sorting =>
  now.sortBy === sortBy
    ? { sortBy, sortOrder: now.sortOrder === "ASC" ? "DESC" : "ASC" }
    : { sortBy, sortOrder: "ASC" };

/**
 * Reads the first rows of an order that a person is about to ask for: the console answers from its memory, and the rows
 * are there with the click. Nothing for a table that stands by itself.
 */
function useReadAhead(): (sorting: Sorting) => void {
  const list = useListScope();
  const queryClient = useQueryClient();
  return ({ sortBy, sortOrder }) => {
    if (list === null || sortBy === null) return;
    const params = { ...withoutPage(list.request), sortBy, sortOrder };
    void queryClient.prefetchQuery(pageQuery(list.pages, params));
  };
}

/** The head of a table: each column's name sorts, and its menu lists its values. */
export function DataTableHead<T>({ columns, rows, sorting, onSort, selection }: DataTableHeadProps<T>) {
  const readAhead = useReadAhead();
  const sortOf = (sortBy: string | undefined) =>
    sortBy !== undefined && sorting && onSort
      ? {
          order: sorting.sortBy === sortBy ? sorting.sortOrder : null,
          onSort: () => onSort(nextSorting(sorting, sortBy)),
          onIntent: () => readAhead(nextSorting(sorting, sortBy)),
        }
      : undefined;
  return (
    <thead>
      <tr>
        {columns.map(({ id, header, meta: { align, sortBy, filterKey, className } }, index) => (
          <HeaderCell
            key={id}
            isFirst={index === 0}
            sort={sortOf(sortBy)}
            className={className}
            before={
              index === 0 &&
              selection && (
                // Its name is no text of the head: the column is called by its own.
                <input
                  type="checkbox"
                  aria-label="Choose all rows in sight"
                  checked={rows.length > 0 && rows.every(selection.has)}
                  onChange={(event) => selection.set(rows, event.target.checked)}
                  className="accent-accent mr-2 size-4 align-middle"
                />
              )
            }
            menu={filterKey !== undefined && <ColumnMenuButton header={header} filterKey={filterKey} />}
            {...(align && { align })}
          >
            {header}
          </HeaderCell>
        ))}
      </tr>
    </thead>
  );
}
