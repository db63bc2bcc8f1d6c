import * as v from "valibot";
import type { Reading } from "@/lib/oke/readiness/reading";

/** How a read beside the inventory went. `message` says why nothing came. */
export const readingStateSchema = v.object({
  state: v.picklist(["read", "refused", "failed", "not-asked"] satisfies readonly Reading<unknown>["state"][]),
  message: v.nullable(v.string()),
  /** OCI's own code, and the id under which it knows the request. */
  code: v.nullable(v.string()),
  opcRequestId: v.nullable(v.string()),
  readAt: v.nullable(v.string()),
});
export type ReadingState = v.InferOutput<typeof readingStateSchema>;
