import { parseAsString, parseAsStringLiteral } from "nuqs";

/** The members of the address that every list has; a view adds its own filters. Unknown words are ignored. */
export const listParsers = <const S extends string>(sortable: readonly S[]) => ({
  q: parseAsString.withDefault(""),
  sortBy: parseAsStringLiteral(sortable),
  sortOrder: parseAsStringLiteral(["ASC", "DESC"]).withDefault("ASC"),
  /** The tokens of the pages after the first that lead here, parted by "~": Oracle's lists only know the way on. */
  page: parseAsString.withDefault(""),
});

type Values = Readonly<Record<string, string | null>>;
type Request<T extends Values> = { [K in keyof T]?: Exclude<T[K], null> };

const tokensOf = (page: string): readonly string[] => page.split("~").filter((token) => token !== "");

/** The values of the address as the request of a list: what is empty is left out, and `page` is the last token. */
export function listRequest<T extends Values & { readonly page: string }>(values: T): Request<T> {
  const given = Object.entries({ ...values, page: tokensOf(values.page).at(-1) ?? "" });
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
