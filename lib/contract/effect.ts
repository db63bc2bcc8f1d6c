import * as v from "valibot";
import { completenessSchema } from "@/lib/contract/page";
import { readOnlyArray } from "@/lib/contract/read-only-array";
import { securityAttributeSchema } from "@/lib/contract/security-attribute";
import { effectChanges, groundCodes, outerKinds } from "@/lib/zpr/reach/effect-words";

const mostStatements = 200;
const mostResources = 200;

/** Body of `POST /api/changes/effect`: an edit that has not been sent. */
export const effectDetailsSchema = v.variant("type", [
  v.object({
    type: v.literal("attributes"),
    resourceId: v.pipe(v.string(), v.nonEmpty("The resource's OCID is missing")),
    /** The whole set after the edit. */
    after: readOnlyArray(securityAttributeSchema),
  }),
  v.object({
    type: v.literal("plan"),
    /** All edits of a change plan, judged as if all were made. */
    changes: v.pipe(
      v.array(v.object({ resourceId: v.string(), after: readOnlyArray(securityAttributeSchema) })),
      v.minLength(1, "The plan changes no resource"),
      v.maxLength(mostResources, `At most ${mostResources} resources go in one plan`),
      v.readonly(),
    ),
  }),
  v.object({
    type: v.literal("policy"),
    /** `null` for one that is made. */
    policyId: v.nullable(v.string()),
    name: v.string(),
    /** `null` for one that is deleted. */
    statements: v.nullable(v.pipe(v.array(v.string()), v.maxLength(mostStatements), v.readonly())),
  }),
]);
export type EffectDetails = v.InferOutput<typeof effectDetailsSchema>;

const endSchema = v.union([
  v.object({
    kind: v.literal("endpoint"),
    id: v.string(),
    name: v.string(),
    what: v.string(),
    clusterName: v.nullable(v.string()),
  }),
  v.object({ kind: v.picklist(outerKinds), text: v.string() }),
]);
export type EffectEndView = v.InferOutput<typeof endSchema>;

/** The first of some ends, and how many there are. */
const endsSchema = v.object({ items: readOnlyArray(endSchema), total: v.number() });
export type EffectEndsView = v.InferOutput<typeof endsSchema>;

const groundSchema = v.object({
  code: v.picklist(groundCodes),
  statements: readOnlyArray(
    v.object({ text: v.string(), policies: readOnlyArray(v.object({ id: v.string(), name: v.string() })) }),
  ),
  causes: readOnlyArray(v.string()),
});
export type EffectGroundView = v.InferOutput<typeof groundSchema>;

const groupSchema = v.object({
  change: v.picklist(effectChanges),
  resources: endsSchema,
  direction: v.picklist(["to", "from"]),
  others: endsSchema,
  protocols: v.string(),
  before: groundSchema,
  after: groundSchema,
});
export type EffectGroupView = v.InferOutput<typeof groupSchema>;

const forecastSchema = v.object({
  /** `during`: some nodes of a pool run with the old set, others with the new one; `after`: all have the new one. */
  stage: v.picklist(["now", "during", "after"]),
  groups: readOnlyArray(groupSchema),
  groupCount: v.number(),
  /** Pairs of ends, by kind of change. */
  counts: v.object({
    gained: v.number(),
    lost: v.number(),
    "perhaps-gained": v.number(),
    "perhaps-lost": v.number(),
    unknown: v.number(),
  }),
  unreadable: readOnlyArray(v.string()),
  unplaced: readOnlyArray(v.string()),
});
export type EffectForecast = v.InferOutput<typeof forecastSchema>;

/** What an edit changes about what ZPR allows. `unknown` is never an empty difference: its cause says why. */
export const effectAnswerSchema = v.variant("state", [
  v.object({
    state: v.literal("unknown"),
    cause: v.string(),
    /** Whether it will be known in a moment, because something is being read. */
    isReading: v.boolean(),
  }),
  v.object({
    state: v.literal("known"),
    forecasts: readOnlyArray(forecastSchema),
    /** Whether the resource gets its first attribute or loses its last. */
    edge: v.nullable(v.picklist(["first", "last"])),
    runningNodeCount: v.nullable(v.number()),
    /** What running nodes are taken to carry in the stage `during`; `null` where there is none. */
    runningBasis: v.nullable(
      v.object({
        /** When their own sets were read, the oldest reading's time; `null` when those of no pool were. */
        readAt: v.nullable(v.string()),
        /** Nodes that were read and whose VNICs could not be. */
        unreadNodes: v.number(),
        /** Pools whose nodes nobody has read: their present set is taken in its place. */
        assumed: readOnlyArray(v.string()),
      }),
    ),
    policiesReadAt: v.string(),
    /** Of the resources and VCNs. */
    completeness: completenessSchema,
  }),
]);
export type EffectAnswer = v.InferOutput<typeof effectAnswerSchema>;
