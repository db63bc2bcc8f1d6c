import * as v from "valibot";
import type { VerdictCounts } from "@/lib/zpr/verdict-state";

export const verdictCountsSchema: v.GenericSchema<VerdictCounts> = v.object({
  ok: v.number(),
  retired: v.number(),
  deleting: v.number(),
  deleted: v.number(),
  "value-not-allowed": v.number(),
  unknown: v.number(),
});

export type { VerdictCounts };
