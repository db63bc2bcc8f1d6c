import * as v from "valibot";
import { changeOperationSchema } from "@/lib/contract/change-operation";
import { changePreviewSchema } from "@/lib/contract/change-preview";
import { overrideSchema, recordedOverrideSchema } from "@/lib/contract/override";
import { resourceKindSchema } from "@/lib/contract/protected-resource";
import { readOnlyArray } from "@/lib/contract/read-only-array";
import { securityAttributeSchema } from "@/lib/contract/security-attribute";

/** The most resources that one plan may be asked about; how many it may change is the console's limit. */
const mostResources = 200;

const attributeSet = readOnlyArray(securityAttributeSchema);

/**
 * The edit that a plan makes to each of its resources: `add` where the name is not there, `replace` where it is there
 * with another value, `remove` where it is there.
 */
const operations = v.pipe(
  v.array(changeOperationSchema),
  v.minLength(1, "There is nothing to change"),
  v.maxLength(5, "At most five operations go in one plan"),
  v.readonly(),
);

/** Body of `POST /api/change-plans/preview`. */
export const planPreviewDetailsSchema = v.object({
  operations,
  resourceIds: v.pipe(
    v.array(v.pipe(v.string(), v.nonEmpty("The resource's OCID is missing"))),
    v.minLength(1, "No resource is chosen"),
    v.maxLength(mostResources, `At most ${mostResources} resources go in one plan`),
    v.readonly(),
  ),
});
export type PlanPreviewDetails = v.InferOutput<typeof planPreviewDetailsSchema>;

const subjectEntries = {
  resourceId: v.string(),
  kind: resourceKindSchema,
  displayName: v.string(),
  region: v.string(),
  clusterName: v.nullable(v.string()),
};

/** Of the reason that a person gives. */
export const longestReason = 500;

const script = v.object({
  ocid: v.string(),
  get: v.string(),
  write: v.string(),
  isReviewed: v.string(),
  isWritten: v.string(),
});

/**
 * What a plan would do with one resource: change it; leave it to a person, because a manifest owns its set and is not
 * written from here; leave it as nothing is to be done; or leave it and why.
 */
const plannedStepSchema = v.variant("state", [
  v.object({
    ...subjectEntries,
    state: v.literal("ready"),
    etag: v.string(),
    /** The part of the plan's edit that applies here. */
    operations: readOnlyArray(changeOperationSchema),
    cap: v.number(),
    warnAbove: v.nullable(v.number()),
    preview: changePreviewSchema,
    /** The same for a shell script. */
    script,
  }),
  v.object({
    ...subjectEntries,
    state: v.literal("by-hand"),
    reason: v.string(),
    step: v.object({
      ways: readOnlyArray(v.object({ label: v.string(), yaml: v.string(), command: v.nullable(v.string()) })),
      find: v.nullable(v.string()),
      note: v.string(),
    }),
  }),
  v.object({ ...subjectEntries, state: v.literal("unchanged"), reason: v.string() }),
  v.object({ ...subjectEntries, state: v.literal("refused"), reason: v.string() }),
]);
export type PlannedStep = v.InferOutput<typeof plannedStepSchema>;

/** Answer of `POST /api/change-plans/preview`. */
export const planPreviewSchema = v.object({
  /** How many resources a plan may change on this console. */
  limit: v.number(),
  /** Why a reason has to be given; `null` where it need not. */
  reasonRequiredBecause: v.nullable(v.string()),
  /** Those that are ready first, in the order in which they are changed; the first is the canary. */
  steps: readOnlyArray(plannedStepSchema),
  /** Ids of what the console does not know: deleted, hidden, or made a moment ago. */
  unknown: readOnlyArray(v.string()),
});
export type PlanPreview = v.InferOutput<typeof planPreviewSchema>;

/** Body of `POST /api/change-plans`: what was reviewed, in its order. */
export const createPlanDetailsSchema = v.object({
  operations,
  steps: v.pipe(
    v.array(
      v.object({
        resourceId: v.pipe(v.string(), v.nonEmpty("The resource's OCID is missing")),
        etag: v.string(),
        seenSecurityAttributes: attributeSet,
      }),
    ),
    v.minLength(1, "The plan changes no resource"),
    v.maxLength(mostResources, `At most ${mostResources} resources go in one plan`),
    v.readonly(),
  ),
  /** The number of resources, as the person typed it. */
  confirmedCount: v.number(),
  reason: v.exactOptional(
    v.pipe(v.string(), v.trim(), v.maxLength(longestReason, `A reason has at most ${longestReason} characters`)),
  ),
  /** For a plan that guards stand against; it counts for each of its steps. */
  override: v.exactOptional(overrideSchema),
});
export type CreatePlanDetails = v.InferOutput<typeof createPlanDetailsSchema>;

/**
 * `waiting` for those before it; `running`; `verified` by a fresh read; `failed`: refused, or ended otherwise than
 * verified, until a later look finds it there (`planAsNow`); `not-run`, as the plan ended before it.
 */
const planStepStates = ["waiting", "running", "verified", "failed", "not-run"] as const;

/** `stopped` at the first step that failed; `cancelled` by a person, between two steps. */
const planStates = ["running", "cancelling", "finished", "stopped", "cancelled"] as const;

export const changePlanSchema = v.object({
  id: v.string(),
  state: v.picklist(planStates),
  operations: readOnlyArray(changeOperationSchema),
  /** As the person gave it; `null` where none was given. */
  reason: v.nullable(v.string()),
  steps: readOnlyArray(
    v.object({
      ...subjectEntries,
      state: v.picklist(planStepStates),
      operations: readOnlyArray(changeOperationSchema),
      before: attributeSet,
      after: v.nullable(attributeSet),
      /** The change that was made for it. */
      changeId: v.nullable(v.string()),
      message: v.string(),
    }),
  ),
  startedAt: v.string(),
  finishedAt: v.nullable(v.string()),
  /** Only where it was made against guards. */
  override: v.exactOptional(recordedOverrideSchema),
});
export type ChangePlan = v.InferOutput<typeof changePlanSchema>;
export type ChangePlanStep = ChangePlan["steps"][number];

/** Answer of `GET /api/change-plans`: those since the console started, newest first, and how many one may change. */
export const listChangePlansResponseSchema = v.object({ items: readOnlyArray(changePlanSchema), limit: v.number() });
export type ListChangePlansResponse = v.InferOutput<typeof listChangePlansResponseSchema>;
