import * as v from "valibot";
import { queryBoolean } from "@/lib/contract/list-request";

/** The query of `GET /api/changes`. */
export const listChangesRequestSchema = v.object({
  /** Only changes of this resource. */
  resourceId: v.optional(v.string()),
  /** `true`: only those that still run. */
  running: v.optional(queryBoolean),
});
export type ListChangesRequest = v.InferOutput<typeof listChangesRequestSchema>;
