import * as v from "valibot";
import type { FindingCounts } from "@/lib/oke/findings/finding";

/** How many findings a row has, by severity. */
export const findingCountsSchema: v.GenericSchema<FindingCounts> = v.object({
  high: v.number(),
  medium: v.number(),
  low: v.number(),
});
