import * as v from "valibot";
import { readOnlyArray } from "@/lib/contract/read-only-array";

const filterKeyKinds = ["text", "choice", "number", "version"] as const;
export type FilterKeyKind = (typeof filterKeyKinds)[number];

/** A key that the text of a list's filter can name: `region:us-ashburn-1`. */
const filterKeySchema = v.object({
  key: v.string(),
  /** What it matches, in a few words. */
  what: v.string(),
  kind: v.picklist(filterKeyKinds),
});

const keyValueSchema = v.object({
  /** As the filter takes it; empty for rows that have none. */
  value: v.string(),
  /** The same for people; `value` where there is no better word. */
  label: v.string(),
  /** How many rows have it, of those that match everything but this key. */
  count: v.number(),
});
export type KeyValue = v.InferOutput<typeof keyValueSchema>;

export const listFilterSchema = v.object({
  /** What the filter of this list can name. */
  keys: readOnlyArray(filterKeySchema),
  /** What of the filter could not be understood, and so narrows nothing. */
  problems: readOnlyArray(v.string()),
  /** The values of the key asked for with `facet`, the most frequent first, and how many more there are. */
  values: v.nullable(v.object({ key: v.string(), items: readOnlyArray(keyValueSchema), moreCount: v.number() })),
});
/** What a list's answer says of its filter. */
export type ListFilter = v.InferOutput<typeof listFilterSchema>;
