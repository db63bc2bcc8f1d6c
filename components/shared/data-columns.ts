import { createElement, type ComponentType, type ReactNode } from "react";
import type { Align } from "@/components/ui/table";

type DataColumnMeta = {
  readonly align?: Align;
  /** The server's name for this column in `sortBy`; without it the column cannot be sorted. */
  readonly sortBy?: string;
  /** The key of the list's filter that this column shows; without it the column lists no values. */
  readonly filterKey?: string;
  readonly className?: string;
};

type CellProps<T, V> = { readonly row: { readonly original: T }; readonly getValue: () => V };

type ColumnOptions<T, V> = {
  readonly id?: string;
  readonly header: string;
  readonly meta?: DataColumnMeta;
  /** A component; without it the value itself is shown. */
  readonly cell?: ComponentType<CellProps<T, V>>;
};

/** One column of a table of rows. */
export type DataColumn<T> = {
  readonly id: string;
  readonly header: string;
  readonly meta: DataColumnMeta;
  readonly render: (row: T) => ReactNode;
};

const shown = (value: unknown): ReactNode =>
  typeof value === "string" || typeof value === "number" ? value : JSON.stringify(value);

function columnOf<T, V>(id: string, valueOf: (row: T) => V, { header, meta = {}, cell }: ColumnOptions<T, V>) {
  const render = (row: T): ReactNode =>
    cell ? createElement(cell, { row: { original: row }, getValue: () => valueOf(row) }) : shown(valueOf(row));
  return { id, header, meta, render };
}

type ColumnHelper<T> = {
  accessor: {
    <K extends keyof T & string>(key: K, options: ColumnOptions<T, T[K]>): DataColumn<T>;
    <V>(valueOf: (row: T) => V, options: ColumnOptions<T, V> & { readonly id: string }): DataColumn<T>;
  };
  /** A column without a value. */
  display: (options: ColumnOptions<T, null> & { readonly id: string }) => DataColumn<T>;
  columns: (columns: readonly DataColumn<T>[]) => readonly DataColumn<T>[];
};

/** Columns are written at module level with this, so that they read as a specification. The first one is the name. */
export function columnHelper<T>(): ColumnHelper<T> {
  function accessor<V>(source: (keyof T & string) | ((row: T) => V), options: ColumnOptions<T, V>): DataColumn<T> {
    if (typeof source === "function") return columnOf(options.id ?? "", source, options);
    return columnOf<T, V>(options.id ?? source, (row) => row[source] as V, options);
  }
  return {
    accessor,
    display: (options) => columnOf<T, null>(options.id, () => null, options),
    columns: (columns) => columns,
  };
}

/** A list of column ids as the address has it. */
const idsIn = (text: string): readonly string[] => text.split(",").filter((id) => id !== "");

/**
 * The columns to show, in order: those that `chosen` names, or all where it names none. The first one is the row's name
 * and stays where it is; a name that is not known is ignored.
 */
export function shownColumns<C extends { readonly id: string }>(columns: readonly C[], chosen: string): readonly C[] {
  const [first, ...others] = columns;
  const named = [...new Set(idsIn(chosen))].flatMap((id) => others.find((column) => column.id === id) ?? []);
  return first === undefined || named.length === 0 ? columns : [first, ...named];
}

/** The columns shown as the address has them; `null` for all in their own order, which it does not say. */
export function columnsText(columns: readonly { readonly id: string }[], shownIds: readonly string[]): string | null {
  const own = columns.slice(1).map(({ id }) => id);
  return own.length === shownIds.length && own.every((id, index) => id === shownIds[index]) ? null : shownIds.join(",");
}
