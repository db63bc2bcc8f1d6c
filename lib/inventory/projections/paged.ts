import * as v from "valibot";

/** What rows are ordered by. Texts go by number where they hold numbers; what is not known goes last either way. */
export type SortValue = string | number | null;

export type Ordering<T> = {
  readonly valueOf: (item: T) => SortValue;
  readonly idOf: (item: T) => string;
  readonly sortOrder: "ASC" | "DESC";
};

export type PageRequest = {
  readonly limit: number;
  /** The token of the page before. */
  readonly page?: string | undefined;
  /** What was asked for, besides the page: a token is good for no other question. */
  readonly question: string;
};

type Place = { readonly value: SortValue; readonly id: string };

const tokenSchema = v.object({
  question: v.string(),
  value: v.nullable(v.union([v.string(), v.number()])),
  id: v.string(),
});

const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

const compareIds = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function compareValues(a: SortValue, b: SortValue, sortOrder: "ASC" | "DESC"): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  const difference = typeof a === "number" && typeof b === "number" ? a - b : collator.compare(`${a}`, `${b}`);
  return sortOrder === "ASC" ? difference : -difference;
}

const comparePlaces =
  (sortOrder: "ASC" | "DESC") =>
  (a: Place, b: Place): number =>
    compareValues(a.value, b.value, sortOrder) || compareIds(a.id, b.id);

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

/**
 * Takes rows, gives one page of them in order and the token of the next page, `null` on the last. A token names the
 * row after which to go on, not a number of rows: a refresh in between neither repeats a row nor skips one that
 * stayed. Gives `null` for a token that is not one of ours, or that belongs to another question.
 */
export function paged<T>(
  items: readonly T[],
  { valueOf, idOf, sortOrder }: Ordering<T>,
  { limit, page, question }: PageRequest,
): { readonly items: readonly T[]; readonly opcNextPage: string | null } | null {
  const after = page === undefined ? undefined : placeFrom(page, question);
  if (after === null) return null;
  const compare = comparePlaces(sortOrder);
  const places = items.map((item) => ({ item, value: valueOf(item), id: idOf(item) })).toSorted(compare);
  const rest = after === undefined ? places : places.filter((place) => compare(place, after) > 0);
  const shown = rest.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(({ item }) => item),
    opcNextPage: last && rest.length > limit ? tokenFrom(question, last) : null,
  };
}
