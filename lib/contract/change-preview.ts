import * as v from "valibot";
import { changedAnnotationEntries } from "@/lib/contract/changes";
import { readOnlyArray } from "@/lib/contract/read-only-array";
import { securityAttributeSchema } from "@/lib/contract/security-attribute";
import { changeWarningCodes } from "@/lib/oke/change-warning";
import { emptyChoices } from "@/lib/oke/empty-choice";

const attributeSet = readOnlyArray(securityAttributeSchema);

/** The same change for other tools. Never holds a secret. */
const changeAsCodeSchema = v.object({ cli: v.string(), json: v.string() });

/** What the cluster said when the write was tried out with `dryRun=All`, in the caller's name and before anything is sent. */
const annotationTrialSchema = v.variant("state", [
  v.object({ state: v.literal("passed") }),
  /** RBAC, admission or the object's version stand in the way: sent, it would be refused too. */
  v.object({ state: v.literal("refused"), code: v.string(), message: v.string() }),
  /** The cluster gave no answer to it; it is tried out again before the write. */
  v.object({ state: v.literal("unknown"), code: v.string(), message: v.string() }),
]);
export type AnnotationTrial = v.InferOutput<typeof annotationTrialSchema>;

/** How a set is written into an annotation: one way, or two to choose from when nothing is left of the set. */
const annotationPreviewSchema = v.object({
  ...changedAnnotationEntries,
  outcomes: readOnlyArray(
    v.object({
      choice: v.nullable(v.picklist(emptyChoices)),
      text: v.nullable(v.string()),
      command: v.string(),
      yaml: v.string(),
      trial: annotationTrialSchema,
    }),
  ),
  /** What stands there is no set, and nothing of it is kept. */
  isReplaced: v.boolean(),
});
export type AnnotationPreview = v.InferOutput<typeof annotationPreviewSchema>;

/** Answer of `POST /api/changes/preview`: the exact difference and the same change as code, before anything is sent. */
export const changePreviewSchema = v.object({
  before: attributeSet,
  after: attributeSet,
  /** `null` for what is written to a manifest instead. */
  asCode: v.nullable(changeAsCodeSchema),
  annotation: v.nullable(annotationPreviewSchema),
  /** For a mount target that the CSI plugin made: a StorageClass for volumes that are made from now on. */
  storageClass: v.nullable(v.string()),
  warnings: readOnlyArray(
    v.object({
      code: v.picklist(changeWarningCodes),
      message: v.string(),
    }),
  ),
});
export type ChangePreview = v.InferOutput<typeof changePreviewSchema>;
