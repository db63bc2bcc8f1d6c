import * as v from "valibot";
import { controllerEventSchema, manifestObjectSchema } from "@/lib/contract/manifest-object";
import { resourceKindSchema } from "@/lib/contract/protected-resource";
import { readOnlyArray } from "@/lib/contract/read-only-array";
import { securityAttributeSchema } from "@/lib/contract/security-attribute";
import { workRequestSchema } from "@/lib/contract/work-request";
import { changeWarningCodes } from "@/lib/oke/change-warning";
import { emptyChoices } from "@/lib/oke/empty-choice";
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
export type { ChangeOperation };

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

export const changeStates = [
  "checking",
  "writing",
  "in-progress",
  "reading-back",
  "verified",
  "not-applied",
  "not-carried-out",
  "failed",
  "unknown",
] as const;

/**
 * `checking` the resource is re-read; `writing` the write is under way; `in-progress` the service works on it;
 * `reading-back` the service says done and we look; `verified` a fresh read shows it; `not-applied` the service
 * reported success and a fresh read does not show it; `not-carried-out` the annotation is written and its controller has
 * not brought it to the resource within two minutes; `failed`, with error code `ResourceChanged` when somebody else
 * changed the resource meanwhile; `unknown` reading has not told yet: still checking until `isFinished`.
 */
export type ChangeState = (typeof changeStates)[number];

const attributeSet = readOnlyArray(securityAttributeSchema);

/** The annotation that a change is written to instead of the resource. */
const changedAnnotationEntries = {
  object: manifestObjectSchema,
  name: v.string(),
  /** Who applies it, as it goes into a sentence after "the". */
  controller: v.string(),
  before: v.nullable(v.string()),
};

export const changeSchema = v.object({
  id: v.string(),
  resourceId: v.string(),
  kind: resourceKindSchema,
  displayName: v.string(),
  region: v.string(),
  clusterId: v.nullable(v.string()),
  state: v.picklist(changeStates),
  isFinished: v.boolean(),
  /**
   * Half an hour did not tell how it ended, so the console looks once a minute; other edits of the resource are possible
   * again, though this one is not finished.
   */
  isLongWatch: v.exactOptional(v.boolean()),
  operations: readOnlyArray(changeOperationSchema),
  before: attributeSet,
  after: attributeSet,
  /** What the last fresh read showed; `null` before the read-back. */
  actual: v.nullable(attributeSet),
  /**
   * Only with error code `ResourceChanged`, with `actual`: the etag of what the resource is now, to begin again from;
   * `before` is what the person saw.
   */
  currentEtag: v.exactOptional(v.string()),
  startedAt: v.string(),
  finishedAt: v.nullable(v.string()),
  /** One sentence on where it stands, for the status row. */
  message: v.string(),
  error: v.nullable(v.object({ code: v.string(), message: v.string(), opcRequestId: v.nullable(v.string()) })),
  workRequest: v.nullable(workRequestSchema),
  opcRequestId: v.nullable(v.string()),
  /** Only where a Kubernetes manifest owns the setting; `before` and `after` are then the declared sets. */
  annotation: v.exactOptional(v.object({ ...changedAnnotationEntries, after: v.nullable(v.string()) })),
  /** What the controllers reported of the object after the write. */
  events: v.exactOptional(readOnlyArray(controllerEventSchema)),
});
export type Change = v.InferOutput<typeof changeSchema>;

/** 409 of `POST /api/changes`: the resource is not as the person saw it. Nothing was written. */
export const changeConflictSchema = v.object({
  code: v.literal("ResourceChanged"),
  message: v.string(),
  seen: attributeSet,
  current: attributeSet,
  currentEtag: v.string(),
});
export type ChangeConflict = v.InferOutput<typeof changeConflictSchema>;

/** The same change for other tools. Never holds a secret. */
const changeAsCodeSchema = v.object({ cli: v.string(), json: v.string() });

/** How a set is written into an annotation: one way, or two to choose from when nothing is left of the set. */
const annotationPreviewSchema = v.object({
  ...changedAnnotationEntries,
  outcomes: readOnlyArray(
    v.object({
      choice: v.nullable(v.picklist(emptyChoices)),
      text: v.nullable(v.string()),
      command: v.string(),
      yaml: v.string(),
    }),
  ),
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

/** Answer of `GET /api/changes`: running and recent changes since the console started, newest first. */
export const listChangesResponseSchema = v.object({ items: readOnlyArray(changeSchema) });
export type ListChangesResponse = v.InferOutput<typeof listChangesResponseSchema>;
