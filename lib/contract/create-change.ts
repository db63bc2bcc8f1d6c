import * as v from "valibot";
import { changeOperationSchema } from "@/lib/contract/change-operation";
import { readOnlyArray } from "@/lib/contract/read-only-array";
import { securityAttributeSchema } from "@/lib/contract/security-attribute";
import { emptyChoices } from "@/lib/oke/empty-choice";

const attributeSet = readOnlyArray(securityAttributeSchema);

/** Body of `POST /api/changes`. */
export const createChangeDetailsSchema = v.object({
  resourceId: v.pipe(v.string(), v.nonEmpty("The resource's OCID is missing")),
  /** The etag and the set that the person saw in the form. */
  etag: v.string(),
  seenSecurityAttributes: readOnlyArray(securityAttributeSchema),
  operations: v.pipe(
    v.array(changeOperationSchema),
    v.minLength(1, "There is nothing to change"),
    v.maxLength(50, "At most 50 operations go in one change"),
    v.readonly(),
  ),
  /** For a set that a manifest declares and that nothing is left of: what is written then. */
  emptyChoice: v.exactOptional(v.picklist(emptyChoices)),
});
export type CreateChangeDetails = v.InferOutput<typeof createChangeDetailsSchema>;

/** 409 of `POST /api/changes`: the resource is not as the person saw it. Nothing was written. */
export const changeConflictSchema = v.object({
  code: v.literal("ResourceChanged"),
  message: v.string(),
  seen: attributeSet,
  current: attributeSet,
  currentEtag: v.string(),
});
export type ChangeConflict = v.InferOutput<typeof changeConflictSchema>;
