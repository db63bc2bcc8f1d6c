import * as v from "valibot";
import { comparePlaces, type Ordering, type Place } from "@/lib/inventory/projections/ordered-rows";

export type PageRequest = {
  readonly limit: number;
  /** The token of the page before. */
  readonly page?: string | undefined;
  /** How many rows stand before the page, for a list that is scrolled; counts only without `page`. */
  readonly offset?: number | undefined;
  /** What was asked for, besides the page: a token is good for no other question. */
  readonly question: string;
};

const tokenSchema = v.object({
  question: v.string(),
  value: v.nullable(v.union([v.string(), v.number()])),
  id: v.string(),
});

const tokenFrom = (question: string, { value, id }: Place): string =>
  Buffer.from(JSON.stringify({ question, value, id })).toString("base64url");

function placeFrom(token: string, question: string): Place | null {
  try {
    const parsed = v.safeParse(tokenSchema, JSON.parse(Buffer.from(token, "base64url").toString("utf8")));
    return parsed.success && parsed.output.question === question ? parsed.output : null;
  } catch {
    return null;
  }
}

/** How many of the ordered rows stand at or before a place. */
function countUntil<T>(rows: readonly T[], { valueOf, idOf, sortOrder }: Ordering<T>, place: Place): number {
  const compare = comparePlaces(sortOrder);
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const row = rows[middle] as T;
    if (compare({ value: valueOf(row), id: idOf(row) }, place) > 0) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * Takes rows in order (`orderedRows`), gives one page of them and the token of the next page, `null` on the last. A
 * token names the row after which to go on, not a number of rows: a refresh in between neither repeats a row nor skips
 * one that stayed. Gives `null` for a token that is not one of ours, or that belongs to another question.
 */
export function paged<T>(
  rows: readonly T[],
  ordering: Ordering<T>,
  { limit, page, offset = 0, question }: PageRequest,
): { readonly items: readonly T[]; readonly opcNextPage: string | null } | null {
  const after = page === undefined ? undefined : placeFrom(page, question);
  if (after === null) return null;
  const start = after === undefined ? offset : countUntil(rows, ordering, after);
  const items = rows.slice(start, start + limit);
  const last = items.at(-1);
  const opcNextPage =
    last !== undefined && rows.length > start + limit
      ? tokenFrom(question, { value: ordering.valueOf(last), id: ordering.idOf(last) })
      : null;
  return { items, opcNextPage };
}
