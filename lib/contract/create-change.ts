import * as v from "valibot";
import { changeOperationSchema } from "@/lib/contract/change-operation";
import { overrideSchema } from "@/lib/contract/override";
import { readOnlyArray } from "@/lib/contract/read-only-array";
import { securityAttributeSchema } from "@/lib/contract/security-attribute";
import { emptyChoices } from "@/lib/oke/empty-choice";
import { replacementStarts } from "@/lib/oke/replacement-start";

const attributeSet = readOnlyArray(securityAttributeSchema);

const entries = v.object({
  resourceId: v.pipe(v.string(), v.nonEmpty("The resource's OCID is missing")),
  /** The etag and the set that the person saw in the form. */
  etag: v.string(),
  seenSecurityAttributes: readOnlyArray(securityAttributeSchema),
  /** Where that set stands. Says what the etag is of while nobody can look whether a manifest owns the setting. */
  seenIn: v.exactOptional(v.picklist(["manifest", "resource"])),
  operations: v.pipe(
    v.array(changeOperationSchema),
    v.maxLength(50, "At most 50 operations go in one change"),
    v.readonly(),
  ),
  /** For a set that a manifest declares and that nothing is left of: what is written then. */
  emptyChoice: v.exactOptional(v.picklist(emptyChoices)),
  /**
   * For an annotation that is no set: it is replaced as a whole, by the operations on what is named here. `etag` is then
   * the version of the object, and what was seen is the set to start from.
   */
  startFrom: v.exactOptional(v.picklist(replacementStarts)),
  /** For an edit that guards stand against. */
  override: v.exactOptional(overrideSchema),
});

/** Body of `POST /api/changes`. */
export const createChangeDetailsSchema = v.pipe(
  entries,
  v.forward(
    v.check(
      ({ operations, startFrom }) => operations.length > 0 || startFrom !== undefined,
      "There is nothing to change",
    ),
    ["operations"],
  ),
);
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
