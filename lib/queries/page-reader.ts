import { queryOptions } from "@tanstack/react-query";
import type { Page } from "@/lib/contract/page";

/** The query of a list as text, before it is parsed. */
export type PageParams = Readonly<Record<string, string | readonly string[] | undefined>>;

/** How pages of one list are read. Of every list the same, so that windows, values and exports need not know which. */
export type PageReader<T> = {
  /** The first member of its query keys, by which they are found old. */
  readonly operation: string;
  readonly read: (params: PageParams, signal?: AbortSignal) => Promise<Page<T>>;
};

/** One window of a list, or the values of one of its keys. */
export const pageQuery = <T>({ operation, read }: PageReader<T>, params: PageParams) =>
  queryOptions({ queryKey: [operation, params], queryFn: ({ signal }) => read(params, signal) });

/** How many rows a window of a list holds. */
export const windowSize = 50;

/**
 * The window of a list with this number, from 0. Until another order or filter is there its place keeps the rows that
 * it had.
 */
export function windowQuery<T>(pages: PageReader<T>, question: PageParams, window: number) {
  const offset = window === 0 ? undefined : String(window * windowSize);
  const params: PageParams = { ...question, limit: String(windowSize), ...(offset !== undefined && { offset }) };
  const isSamePlace = (key: readonly unknown[] | undefined) =>
    (key?.[1] as PageParams | undefined)?.["offset"] === offset;
  return {
    ...pageQuery(pages, params),
    placeholderData: (before: Page<T> | undefined, query?: { readonly queryKey: readonly unknown[] }) =>
      isSamePlace(query?.queryKey) ? before : undefined,
  };
}

/** Which rows of a selection are still in the list; `parts` are its ids, parted by commas, as many as one question takes. */
export const selectedQuery = <T extends { readonly id: string }>(
  { operation, read }: PageReader<T>,
  filters: PageParams,
  parts: readonly string[],
) =>
  queryOptions({
    queryKey: [operation, filters, "selected", parts],
    queryFn: async ({ signal }) => {
      const pages = await Promise.all(parts.map((id) => read({ ...filters, id, limit: "100" }, signal)));
      return pages.flatMap(({ items }) => items.map((item) => item.id));
    },
  });
