import * as v from "valibot";
import { commaSeparated, commaSeparatedOf } from "@/lib/contract/list-request";
import { mapGroupings, mapMarks, mapModes } from "@/lib/oke/map/map-words";

export const mapViews = ["graph", "table", "matrix"] as const;

export const mapSortColumns = ["mark", "source", "target", "protocols", "statements"] as const;

const oneOf = <const T extends readonly string[]>(words: T) => v.picklist(words, `Use one of: ${words.join(", ")}.`);

/** What narrows a map: the same for each of its views. */
const filterEntries = {
  /** Free text over names, OCIDs, addresses and security attributes of either end; every word must be found. */
  q: v.optional(v.pipe(v.string(), v.maxLength(300, "Use at most 300 characters."))),
  region: v.optional(commaSeparated),
  /** OCIDs of compartments; each stands for itself and everything below it. */
  compartmentId: v.optional(commaSeparated),
  clusterId: v.optional(commaSeparated),
  mark: v.optional(commaSeparatedOf(mapMarks)),
  /** Ids of groups: only flows from the one, to the other. */
  from: v.optional(v.string()),
  to: v.optional(v.string()),
};

/** The query of `GET /api/map`. */
export const mapRequestSchema = v.object({
  view: v.optional(oneOf(mapViews), "graph"),
  group: v.optional(oneOf(mapGroupings), "vcn"),
  mode: v.optional(oneOf(mapModes), "now"),
  /** The id of a draft that was stored: `POST /api/map-drafts`. */
  draft: v.optional(v.string()),
  /** The id of a node or of one of its resources: it is drawn in any case, and told of. */
  focus: v.optional(v.string()),
  /** With `focus`: only what lies within so many flows of it. */
  hops: v.optional(v.pipe(v.string(), v.transform(Number), v.picklist([1, 2, 3], "Use 1, 2 or 3."))),
  ...filterEntries,
  /** Graph: ids of groups that are not as they are by themselves, open or closed. */
  toggled: v.optional(commaSeparated),
  sortBy: v.optional(oneOf(mapSortColumns)),
  sortOrder: v.optional(oneOf(["ASC", "DESC"]), "ASC"),
  /** Table: rows at a time. */
  limit: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^\d{1,4}$/, "Use a whole number from 1 to 1000."),
      v.transform(Number),
      v.minValue(1, "Use a whole number from 1 to 1000."),
      v.maxValue(1_000, "Use a whole number from 1 to 1000."),
    ),
    "50",
  ),
  /** The `opcNextPage` of the page before. */
  page: v.optional(v.string()),
});
export type MapRequest = v.InferOutput<typeof mapRequestSchema>;
