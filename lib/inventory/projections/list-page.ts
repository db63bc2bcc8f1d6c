import type { ListFilter } from "@/lib/contract/list-filter";
import { keyValues } from "@/lib/inventory/projections/key-values";
import { descendingRows, orderedRows, type SortOrder, type SortValue } from "@/lib/inventory/projections/ordered-rows";
import { paged } from "@/lib/inventory/projections/paged";
import { type FilterKeys, rowFilter } from "@/lib/inventory/projections/row-filter";

/** What a list of rows knows of its rows. */
export type ListRows<T extends object, S extends string> = {
  readonly idOf: (row: T) => string;
  /** What free text is looked for in. */
  readonly textsOf: (row: T) => readonly string[];
  readonly sortValues: Readonly<Record<S, (row: T) => SortValue>>;
  readonly filterKeys: FilterKeys<T>;
};

export type ListQuestion<T, S extends string> = {
  readonly q?: string | undefined;
  readonly sortBy: S;
  readonly sortOrder: SortOrder;
  readonly limit: number;
  readonly page?: string | undefined;
  readonly offset?: number | undefined;
  readonly facet?: string | undefined;
  readonly facetText?: string | undefined;
  /** Ids of the only rows to give; they still have to match. */
  readonly id?: readonly string[] | undefined;
  /** Whether a row is among what the other parameters ask for. */
  readonly narrows: (row: T) => boolean;
  /** Those parameters: the same words mean the same rows. */
  readonly filters: object;
};

type ListPage<T> = {
  readonly items: readonly T[];
  readonly opcNextPage: string | null;
  readonly filter: ListFilter;
  /** All that match, in order, whatever page is shown. */
  readonly matching: readonly T[];
};

/** Rows put in order or narrowed, kept for as long as the rows themselves: until the next inventory. */
const keptOf = new WeakMap<object, Map<string, readonly unknown[]>>();
const keptAtMost = 40;

function kept<T>(rows: readonly T[], name: string, make: () => readonly T[]): readonly T[] {
  const all = keptOf.get(rows) ?? new Map<string, readonly unknown[]>();
  keptOf.set(rows, all);
  const known = all.get(name) as readonly T[] | undefined;
  if (known) return known;
  const made = make();
  const [oldest] = all.keys();
  if (all.size >= keptAtMost && oldest !== undefined) all.delete(oldest);
  all.set(name, made);
  return made;
}

/**
 * One page of a list: narrowed, in order, with what its filter has to say. The order of a column is made once for each
 * set of rows, and so is what matches a question: a list that is scrolled asks the same one for every part of it.
 * Gives `null` for a page token that does not fit the question.
 */
export function listPage<T extends object, S extends string>(
  rows: readonly T[],
  { idOf, textsOf, sortValues, filterKeys }: ListRows<T, S>,
  question: ListQuestion<T, S>,
): ListPage<T> | null {
  const { q, sortBy, sortOrder, limit, page, offset, facet, facetText = "", id, narrows, filters } = question;
  const words = JSON.stringify([sortBy, sortOrder, q ?? "", id ?? [], filters]);
  const filter = rowFilter(q, filterKeys, textsOf);
  const ordering = { valueOf: sortValues[sortBy], idOf, sortOrder };
  const matching = kept(rows, words, () => {
    const ids = id && new Set(id);
    const ascending = kept(rows, sortBy, () => orderedRows(rows, { ...ordering, sortOrder: "ASC" }));
    const ordered =
      sortOrder === "ASC" ? ascending : kept(rows, `${sortBy} DESC`, () => descendingRows(ascending, ordering.valueOf));
    return ordered.filter((row) => (ids?.has(idOf(row)) ?? true) && narrows(row) && filter.holds(row));
  });
  const shown = paged(matching, ordering, { limit, page, offset, question: words });
  if (shown === null) return null;
  const wanted = facet !== undefined && Object.hasOwn(filterKeys, facet) ? filterKeys[facet] : undefined;
  const values =
    facet === undefined || wanted === undefined
      ? null
      : keyValues(
          facet,
          wanted,
          rows.filter((row) => narrows(row) && filter.holds(row, facet)),
          facetText,
        );
  const keys = Object.entries(filterKeys).map(([key, { what, kind }]) => ({ key, what, kind }));
  return { ...shown, matching, filter: { keys, problems: filter.problems, values } };
}
