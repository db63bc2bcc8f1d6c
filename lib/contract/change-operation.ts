import * as v from "valibot";
import type { ChangeOperation } from "@/lib/zpr/change-operation";

/** Counted as Oracle counts: characters, not the units a string is stored in. */
const atMost = (length: number, what: string) =>
  v.check((text: string) => [...text].length <= length, `${what} has at most ${length} characters`);
const name = (what: string) => v.pipe(v.string(), v.nonEmpty(`${what} is missing`), atMost(100, what));
const valued = {
  namespace: name("The namespace"),
  key: name("The key"),
  value: v.pipe(v.string(), v.nonEmpty("The value is missing"), atMost(255, "The value")),
};

export const changeOperationSchema: v.GenericSchema<ChangeOperation> = v.variant("op", [
  v.object({ op: v.literal("add"), ...valued }),
  v.object({ op: v.literal("replace"), ...valued }),
  // No bounds here: what is on a resource must be removable, whatever its name.
  v.object({ op: v.literal("remove"), namespace: v.string(), key: v.string() }),
]);
