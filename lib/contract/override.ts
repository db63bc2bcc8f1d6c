import * as v from "valibot";
import { readOnlyArray } from "@/lib/contract/read-only-array";

const longestReason = 500;

/**
 * With an edit that guards stand against: the person goes on all the same. `name` is the hold's `nameToType`, and `seen`
 * has the ids of the reasons that were on the screen; what came up since is not overridden.
 */
export const overrideSchema = v.object({
  name: v.string(),
  reason: v.pipe(
    v.string(),
    v.trim(),
    v.nonEmpty("Say why the edit is made all the same"),
    v.maxLength(longestReason, `A reason has at most ${longestReason} characters`),
  ),
  seen: readOnlyArray(v.string()),
});
export type Override = v.InferOutput<typeof overrideSchema>;

/** What is remembered of an override with the change: why, and what stood against it, in words. */
export const recordedOverrideSchema = v.object({ reason: v.string(), against: readOnlyArray(v.string()) });
export type RecordedOverride = v.InferOutput<typeof recordedOverrideSchema>;
