import * as v from "valibot";

/** A member of a query string that holds one or more words, parted by commas: `region=us-ashburn-1,us-phoenix-1`. */
export const commaSeparated = v.pipe(
  v.string(),
  v.transform((text): readonly string[] => text.split(",").filter((word) => word !== "")),
);

/** As `commaSeparated`, where only certain words make sense. */
export const commaSeparatedOf = <const T extends readonly string[]>(words: T) =>
  v.pipe(commaSeparated, v.array(v.picklist(words, `must be one or more of: ${words.join(", ")}`)), v.readonly());

/** `true` or `false` in a query string. */
export const queryBoolean = v.pipe(
  v.picklist(["true", "false"], "must be true or false"),
  v.transform((word) => word === "true"),
);

const limitSchema = v.pipe(
  v.string(),
  v.regex(/^\d{1,3}$/, "must be a whole number from 1 to 100"),
  v.transform(Number),
  v.minValue(1, "must be a whole number from 1 to 100"),
  v.maxValue(100, "must be a whole number from 1 to 100"),
);

/** What every list of `/api` takes: free text, filters of place, one column to sort by, and Oracle's paging. */
export const listRequestEntries = <const T extends readonly string[]>(sortable: T) => ({
  /** Free text over names, OCIDs and security attributes; every word must be found. */
  q: v.optional(v.pipe(v.string(), v.maxLength(300, "must not be longer than 300 characters"))),
  region: v.optional(commaSeparated),
  /** OCIDs of compartments; each stands for itself and everything below it. */
  compartmentId: v.optional(commaSeparated),
  sortBy: v.optional(v.picklist(sortable, `must be one of: ${sortable.join(", ")}`)),
  sortOrder: v.optional(v.picklist(["ASC", "DESC"], "must be ASC or DESC"), "ASC"),
  limit: v.optional(limitSchema, "50"),
  /** The `opcNextPage` of the page before. */
  page: v.optional(v.string()),
});
