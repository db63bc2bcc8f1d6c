import * as v from "valibot";

export const verdictCountsSchema = v.object({
  ok: v.number(),
  retired: v.number(),
  deleting: v.number(),
  deleted: v.number(),
  "value-not-allowed": v.number(),
  unknown: v.number(),
});

/** How many security attributes have each verdict; shown on every level above the attribute itself. */
export type VerdictCounts = Readonly<v.InferOutput<typeof verdictCountsSchema>>;
