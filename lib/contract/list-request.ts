import * as v from "valibot";

/**
 * A member of a query string that holds one or more words, parted by commas or given several times:
 * `region=us-ashburn-1,us-phoenix-1`. Without any word it says nothing, as if it were not there.
 */
export const commaSeparated = v.pipe(
  v.union([v.string(), v.array(v.string())]),
  v.transform((texts): readonly string[] | undefined => {
    const words = [texts].flat().flatMap((text) => text.split(",").filter((word) => word !== ""));
    return words.length === 0 ? undefined : words;
  }),
);

/** As `commaSeparated`, where only certain words make sense. */
export const commaSeparatedOf = <const T extends readonly string[]>(words: T) =>
  v.pipe(
    commaSeparated,
    v.optional(v.pipe(v.array(v.picklist(words, `Use one or more of: ${words.join(", ")}.`)), v.readonly())),
  );

/** `true` or `false` in a query string. */
export const queryBoolean = v.pipe(
  v.picklist(["true", "false"], "Use true or false."),
  v.transform((word) => word === "true"),
);

const limitSchema = v.pipe(
  v.string(),
  v.regex(/^\d{1,3}$/, "Use a whole number from 1 to 100."),
  v.transform(Number),
  v.minValue(1, "Use a whole number from 1 to 100."),
  v.maxValue(100, "Use a whole number from 1 to 100."),
);

const offsetSchema = v.pipe(v.string(), v.regex(/^\d{1,7}$/, "Use a whole number from 0."), v.transform(Number));

const scopeEntries = {
  region: v.optional(commaSeparated),
  /** OCIDs of compartments; each stands for itself and everything below it. */
  compartmentId: v.optional(commaSeparated),
};

/** The part of the tenancy that is asked about; all of it without a word. */
export const scopeRequestSchema = v.object(scopeEntries);

/**
 * What every list of `/api` takes: the text of its filter, filters of place, one column to sort by, and Oracle's
 * paging. `keys` are those that the text can name.
 */
export const listRequestEntries = <const T extends readonly string[], const K extends readonly string[]>(
  sortable: T,
  keys: K,
) => ({
  /** Words over names, OCIDs and security attributes, and terms such as `-state:stale`; every one must hold. */
  q: v.optional(v.pipe(v.string(), v.maxLength(2000, "Use at most 2,000 characters."))),
  ...scopeEntries,
  sortBy: v.optional(v.picklist(sortable, `Use one of: ${sortable.join(", ")}.`)),
  sortOrder: v.optional(v.picklist(["ASC", "DESC"], "Use ASC or DESC."), "ASC"),
  limit: v.optional(limitSchema, "50"),
  /** The `opcNextPage` of the page before. */
  page: v.optional(v.string()),
  /** How many rows stand before those to give, for a list that is scrolled. Counts only without `page`. */
  offset: v.optional(offsetSchema),
  /** A key of the filter: its values come with the answer, with how many rows have each under everything else. */
  facet: v.optional(v.picklist(keys, `Use one of: ${keys.join(", ")}.`)),
  /** Only values that hold this. */
  facetText: v.optional(v.pipe(v.string(), v.maxLength(300, "Use at most 300 characters."))),
});
