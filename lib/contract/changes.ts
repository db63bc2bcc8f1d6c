import * as v from "valibot";
import { changeOperationSchema } from "@/lib/contract/change-operation";
import { controllerEventSchema, manifestObjectSchema } from "@/lib/contract/manifest-object";
import { recordedOverrideSchema } from "@/lib/contract/override";
import { resourceKindSchema } from "@/lib/contract/protected-resource";
import { readOnlyArray } from "@/lib/contract/read-only-array";
import { securityAttributeSchema } from "@/lib/contract/security-attribute";
import { workRequestSchema } from "@/lib/contract/work-request";

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
 * not brought it to the resource within two minutes: it becomes `verified` when a later look shows it; `failed`, with error code `ResourceChanged` when somebody else
 * changed the resource meanwhile; `unknown` reading has not told yet: still checking until `isFinished`.
 */
export type ChangeState = (typeof changeStates)[number];

const attributeSet = readOnlyArray(securityAttributeSchema);

/** The annotation that a change is written to instead of the resource. */
export const changedAnnotationEntries = {
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
  /** Only where it was made against guards. */
  override: v.exactOptional(recordedOverrideSchema),
  /** What the controllers reported of the object after the write; `null` where that could not be read. */
  events: v.exactOptional(v.nullable(readOnlyArray(controllerEventSchema))),
});
export type Change = v.InferOutput<typeof changeSchema>;

/** A change plan that has not ended, as far as lists show it; its changes are among the changes. */
const runningPlanSchema = v.object({
  id: v.string(),
  isCancelling: v.boolean(),
  operations: readOnlyArray(changeOperationSchema),
  verified: v.number(),
  total: v.number(),
  /** The resource that is being changed; `null` between two. */
  current: v.nullable(v.string()),
  startedAt: v.string(),
});
export type RunningPlan = v.InferOutput<typeof runningPlanSchema>;

/**
 * Answer of `GET /api/changes`: running and recent changes since the console started, newest first, and the plans that
 * run.
 */
export const listChangesResponseSchema = v.object({
  items: readOnlyArray(changeSchema),
  plans: readOnlyArray(runningPlanSchema),
});
export type ListChangesResponse = v.InferOutput<typeof listChangesResponseSchema>;
