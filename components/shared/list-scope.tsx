"use client";

import { usePathname } from "next/navigation";
import { createContext, use, useEffect, useRef, type ReactNode } from "react";
import type { ListSize } from "@/components/shared/list-params";
import { keptColumns, savedViews } from "@/components/shared/list-preferences";
import { useGo } from "@/components/shared/scoped-link";
import type { Page } from "@/lib/contract/page";
import type { PageParams, PageReader } from "@/lib/queries/page-reader";

/** The members of the address that every list has (`listParsers`). */
type ListAddress = {
  readonly q: string;
  readonly page: string;
  readonly columns: string;
  readonly size: ListSize | null;
};

type AddressChange = { readonly [K in keyof ListAddress]?: ListAddress[K] | null };

type ListScopeProps<T> = {
  /** Under which the browser keeps columns and views of this list. */
  readonly name: string;
  /** Plural: "clusters". */
  readonly noun: string;
  readonly address: ListAddress;
  readonly onAddress: (change: AddressChange) => void;
  /** How its pages are read, and the question of the page that is shown. */
  readonly pages: PageReader<T>;
  readonly request: PageParams;
  readonly answer: Page<T> | undefined;
  /** The cells of a row as text, for an export; loaded when one is wanted. */
  readonly exported: () => Promise<ExportedColumns<T>>;
};

/** What an export writes of each column, by the column's id: one cell of the file or several. */
export type ExportedColumns<T> = Readonly<
  Record<string, readonly (readonly [header: string, textOf: (row: T) => string | number | null])[]>
>;

const ListScopeContext = createContext<ListScopeProps<unknown> | null>(null);

/** The list around a part of it; `null` for a table that stands by itself. */
export const useListScope = (): ListScopeProps<unknown> | null => use(ListScopeContext);

/** Everything that the list's question asks but for the page. */
export function withoutPage({ page: _page, ...rest }: PageParams): PageParams {
  return rest;
}

/**
 * Around a list and everything that narrows it: what the filter box, the menus of the columns, the table and its foot
 * share. A page that is opened without any parameter shows the person's default view; one that names no columns shows
 * those that were chosen last, and says so in the address.
 */
export function ListScope<T>({ children, ...list }: ListScopeProps<T> & { readonly children: ReactNode }) {
  const { name, address, onAddress } = list;
  const go = useGo();
  const pathname = usePathname();
  const isOpened = useRef(false);
  useEffect(() => {
    if (isOpened.current) return;
    isOpened.current = true;
    const view = window.location.search === "" ? savedViews(name).find(({ isDefault }) => isDefault) : undefined;
    const columns = keptColumns(name);
    if (view !== undefined && view.search !== "") go(`${pathname}${view.search}`, "replace");
    else if (columns !== null && address.columns === "") onAddress({ columns });
  }, [name, address.columns, onAddress, pathname, go]);
  // A list knows its rows' type; what stands around the rows need not.
  return <ListScopeContext value={list as ListScopeProps<unknown>}>{children}</ListScopeContext>;
}
