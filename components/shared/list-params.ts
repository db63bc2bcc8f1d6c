import { parseAsString, parseAsStringLiteral } from "nuqs";
import { windowSize } from "@/lib/queries/page-reader";

const listSizes = ["100", "all"] as const;
/** How many rows a list shows at once besides the usual 50; `all` is one list that is scrolled. */
export type ListSize = (typeof listSizes)[number];

/** The members of the address that every list has; a view adds its own filters. Unknown words are ignored. */
export const listParsers = <const S extends string>(sortable: readonly S[]) => ({
  q: parseAsString.withDefault(""),
  sortBy: parseAsStringLiteral(sortable),
  sortOrder: parseAsStringLiteral(["ASC", "DESC"]).withDefault("ASC"),
  /** The tokens of the pages after the first that lead here, parted by "~": Oracle's lists only know the way on. */
  page: parseAsString.withDefault(""),
  size: parseAsStringLiteral(listSizes),
  /** The ids of the columns shown, in order, parted by commas; none for all. */
  columns: parseAsString.withDefault(""),
});

type Values = Readonly<Record<string, string | null>>;
type ListValues = Values & {
  readonly page: string;
  readonly size?: ListSize | null;
  readonly columns?: string;
};
type Request<T extends Values> = { [K in Exclude<keyof T, "size" | "columns">]?: Exclude<T[K], null> } & {
  limit?: string;
};

const tokensOf = (page: string): readonly string[] => page.split("~").filter((token) => token !== "");

/** How many rows one page of a list holds; of a list that is scrolled, one part. */
export const pageLimitOf = (size: ListSize | null): number => (size === "100" ? 100 : windowSize);

/**
 * The values of the address as the request of a list: what is empty is left out, `page` is the last token, and what is
 * only of the table, as the columns, is not asked for. A list that is scrolled has no pages.
 */
export function listRequest<T extends ListValues>({ size = null, columns: _columns, page, ...values }: T): Request<T> {
  const token = size === "all" ? "" : (tokensOf(page).at(-1) ?? "");
  const limit = size === null ? "" : String(pageLimitOf(size));
  const given = Object.entries({ ...values, page: token, limit });
  return Object.fromEntries(given.filter(([, value]) => value !== null && value !== "")) as Request<T>;
}

type PageSteps = {
  /** Number of the first row, from 1. */
  readonly from: number;
  /** The address member of the page before and after; `null` at the ends. */
  readonly previous: string | null;
  readonly next: string | null;
};

/** Where `page` of the address stands in a list, and its neighbours. `limit` is the number of rows a page holds. */
export function pageSteps(page: string, opcNextPage: string | null, limit: number): PageSteps {
  const tokens = tokensOf(page);
  return {
    from: tokens.length * limit + 1,
    previous: tokens.length === 0 ? null : tokens.slice(0, -1).join("~"),
    next: opcNextPage === null ? null : [...tokens, opcNextPage].join("~"),
  };
}
