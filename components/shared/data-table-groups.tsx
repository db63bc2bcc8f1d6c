import type { ReactNode } from "react";

/** What rows stand together under: the same for each of them. */
export type RowGroup = { readonly id: string; readonly head: ReactNode };

type Grouped<T> = { readonly group: RowGroup | null; readonly rows: readonly T[] };

/** Rows that follow each other and belong together; all of them in one where nothing groups them. */
export function groupedRows<T>(rows: readonly T[], groupOf: ((row: T) => RowGroup) | undefined): readonly Grouped<T>[] {
  if (groupOf === undefined) return [{ group: null, rows }];
  const groups: { readonly group: RowGroup; readonly rows: T[] }[] = [];
  for (const row of rows) {
    const group = groupOf(row);
    const last = groups.at(-1);
    if (last?.group.id === group.id) last.rows.push(row);
    else groups.push({ group, rows: [row] });
  }
  return groups;
}

/** The head of a group, over all columns. */
export function GroupHead({ group, columns }: { readonly group: RowGroup; readonly columns: number }) {
  return (
    <tr>
      <th
        scope="rowgroup"
        colSpan={columns}
        className="border-line bg-canvas h-(--row-height) border-b px-3 py-1 text-left font-normal [tbody+tbody_&]:border-t"
      >
        {group.head}
      </th>
    </tr>
  );
}
