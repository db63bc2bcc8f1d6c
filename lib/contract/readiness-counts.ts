import * as v from "valibot";
import type { ReadinessCounts } from "@/lib/oke/readiness/readiness-check";

/** Apart from the checks themselves, whose code the list of clusters does not load. */
export const readinessCountsSchema: v.GenericSchema<ReadinessCounts> = v.object({
  pass: v.number(),
  fail: v.number(),
  unknown: v.number(),
  doesNotApply: v.number(),
  notChecked: v.number(),
});
