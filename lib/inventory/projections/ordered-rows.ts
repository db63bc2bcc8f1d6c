/** What rows are ordered by. Texts go by number where they hold numbers; what is not known goes last either way. */
export type SortValue = string | number | null;

export type SortOrder = "ASC" | "DESC";

export type Ordering<T> = {
  readonly valueOf: (item: T) => SortValue;
  readonly idOf: (item: T) => string;
  readonly sortOrder: SortOrder;
};

export type Place = { readonly value: SortValue; readonly id: string };

const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

const compareSure = (a: string | number, b: string | number): number =>
  typeof a === "number" && typeof b === "number" ? a - b : collator.compare(`${a}`, `${b}`);

const compareIds = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function compareValues(a: SortValue, b: SortValue, sortOrder: SortOrder): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  const difference = compareSure(a, b);
  return sortOrder === "ASC" ? difference : -difference;
}

/** Which of two places stands before the other: by value, and by id where the values are alike. */
export const comparePlaces =
  (sortOrder: SortOrder) =>
  (a: Place, b: Place): number =>
    compareValues(a.value, b.value, sortOrder) || compareIds(a.id, b.id);

/** Each value's place among all, from 0; values that compare alike share one. */
function ranksOf(values: Iterable<string | number>): ReadonlyMap<string | number, number> {
  const ranks = new Map<string | number, number>();
  let rank = -1;
  let before: string | number | null = null;
  for (const value of [...new Set(values)].toSorted(compareSure)) {
    if (before === null || compareSure(before, value) !== 0) rank += 1;
    before = value;
    ranks.set(value, rank);
  }
  return ranks;
}

const rowsById = new WeakMap<object, readonly unknown[]>();

/** The rows by id, kept for as long as the rows: every order falls back on it. */
function byId<T>(rows: readonly T[], idOf: (row: T) => string): readonly T[] {
  const known = rowsById.get(rows) as readonly T[] | undefined;
  if (known) return known;
  const places = rows.map((row) => ({ row, id: idOf(row) }));
  const sorted = places.toSorted((a, b) => compareIds(a.id, b.id)).map(({ row }) => row);
  rowsById.set(rows, sorted);
  return sorted;
}

/** Rows in ascending order the other way round: those alike stay by id, and what is not known stays last. */
export function descendingRows<T>(ascending: readonly T[], valueOf: (row: T) => SortValue): readonly T[] {
  const known: T[][] = [];
  const unknown: T[] = [];
  let before: SortValue = null;
  for (const row of ascending) {
    const value = valueOf(row);
    if (value === null) unknown.push(row);
    else if (before !== null && compareSure(before, value) === 0) known.at(-1)?.push(row);
    else known.push([row]);
    before = value;
  }
  return [...known.toReversed().flat(), ...unknown];
}

/**
 * The rows in order, as `comparePlaces` has it. Every different value is compared by the rules of language once, not
 * once a row: of 20,000 rows there are a few regions. Rows are immutable; of one list `idOf` is always the same.
 */
export function orderedRows<T>(rows: readonly T[], { valueOf, idOf, sortOrder }: Ordering<T>): readonly T[] {
  if (sortOrder === "DESC") return descendingRows(orderedRows(rows, { valueOf, idOf, sortOrder: "ASC" }), valueOf);
  const valued = byId(rows, idOf).map((row) => ({ row, value: valueOf(row) }));
  const ranks = ranksOf(valued.flatMap(({ value }) => (value === null ? [] : [value])));
  const byRank: T[][] = Array.from(ranks, () => []);
  const unknown: T[] = [];
  for (const { row, value } of valued) (value === null ? unknown : byRank[ranks.get(value) ?? 0])?.push(row);
  return [...byRank.flat(), ...unknown];
}
