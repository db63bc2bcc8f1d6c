import * as v from "valibot";
import { readOnlyArray } from "@/lib/contract/read-only-array";
import { readingStateSchema } from "@/lib/contract/reading-state";

/** Answer of `GET /api/security-attributes/statement-counts`: how many statements name each stale value. */
export const statementCountsSchema = v.object({
  items: readOnlyArray(v.object({ namespace: v.string(), key: v.string(), value: v.string(), count: v.number() })),
  policies: readingStateSchema,
});
export type StatementCounts = v.InferOutput<typeof statementCountsSchema>;
