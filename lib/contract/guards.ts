import * as v from "valibot";
import { completenessSchema } from "@/lib/contract/page";
import { readOnlyArray } from "@/lib/contract/read-only-array";
import { readingStateSchema } from "@/lib/contract/reading-state";
import { guardCauses, guardVerdicts } from "@/lib/zpr/guards/guard-words";
import { traceVerdicts } from "@/lib/zpr/reach/trace-words";

const longestText = 262_144;

/** A mistake in the text of a guard file. Lines and columns count from 1; `field` is empty for the file as a whole. */
const mistakeSchema = v.object({ line: v.number(), column: v.number(), field: v.string(), message: v.string() });

/** One end of a line: a resource with its page, or what the line says. */
const endSchema = v.object({ text: v.string(), resourceId: v.nullable(v.string()) });

const statementSchema = v.object({
  text: v.string(),
  places: readOnlyArray(v.object({ policyId: v.string(), policyName: v.string(), index: v.number() })),
});

/** Pairs of resources that stand alike, by the first of them. */
const pairSchema = v.object({
  source: endSchema,
  destination: endSchema,
  protocol: v.string(),
  count: v.number(),
  verdict: v.picklist(traceVerdicts),
  /** A stable code: docs/reach.md. */
  reason: v.string(),
  /** Those that allow it, or may. */
  statements: readOnlyArray(statementSchema),
  /** A statement that would let it pass; `null` where there is none to give. */
  cure: v.nullable(v.string()),
});
export type GuardPairView = v.InferOutput<typeof pairSchema>;

const guardLineSchema = v.object({
  /** Its place in the file: `mustReach[0]`. */
  id: v.string(),
  expects: v.picklist(["reach", "no-reach"]),
  from: v.string(),
  to: v.string(),
  protocol: v.string(),
  verdict: v.picklist(guardVerdicts),
  /** Only of `unknown`. */
  cause: v.nullable(v.picklist(guardCauses)),
  pairCount: v.number(),
  failingPairCount: v.number(),
  /** The first pairs that decide the verdict. */
  pairs: readOnlyArray(pairSchema),
});
export type GuardLineView = v.InferOutput<typeof guardLineSchema>;

/** A flow that a cluster needs, and whether ZPR lets it pass. */
const neededFlowSchema = v.object({
  source: v.string(),
  destination: v.string(),
  protocol: v.string(),
  verdict: v.picklist(guardVerdicts),
  cure: v.nullable(v.string()),
});
export type NeededFlowView = v.InferOutput<typeof neededFlowSchema>;

const clusterGuardsSchema = v.object({
  clusterId: v.string(),
  name: v.string(),
  region: v.string(),
  /** Its API endpoint, where a trace of it begins. */
  endpointId: v.string(),
  /** Whether any admin source reaches it on tcp/6443; `null` where none is declared. */
  access: v.nullable(v.object({ verdict: v.picklist(guardVerdicts), sources: readOnlyArray(neededFlowSchema) })),
  /** Whether new nodes of every pool can join; `null` where it has no pool. */
  join: v.nullable(
    v.object({
      verdict: v.picklist(guardVerdicts),
      poolCount: v.number(),
      /** The first of those that cannot, or of which it is unknown, with the flows that are missing. */
      pools: readOnlyArray(v.object({ id: v.string(), name: v.string(), flows: readOnlyArray(neededFlowSchema) })),
      openPoolCount: v.number(),
    }),
  ),
});
export type ClusterGuardsView = v.InferOutput<typeof clusterGuardsSchema>;

/** What a guard file says of the world as it was read. */
const evaluationSchema = v.object({
  adminSources: readOnlyArray(v.string()),
  lines: readOnlyArray(guardLineSchema),
  clusters: readOnlyArray(clusterGuardsSchema),
});
export type GuardEvaluationView = v.InferOutput<typeof evaluationSchema>;

/** `absent`: there is none; `broken`: it has mistakes; `unreadable`: the console cannot read it. */
const guardFileSchema = v.object({
  state: v.picklist(["absent", "read", "broken", "unreadable"]),
  path: v.string(),
  /** `null` where there is none to show. */
  text: v.nullable(v.string()),
  /** Of the text as it was read: a save over another one is refused. */
  hash: v.nullable(v.string()),
  mistakes: readOnlyArray(mistakeSchema),
  /** Why it cannot be read. */
  message: v.nullable(v.string()),
});
export type GuardFileView = v.InferOutput<typeof guardFileSchema>;

/** Answer of `GET /api/guards` and of a save. */
export const guardsAnswerSchema = v.object({
  file: guardFileSchema,
  /** Of the clusters alone where the file cannot be gone by. */
  evaluation: evaluationSchema,
  /** The text of a guard file in names of this tenancy, to begin with. */
  example: v.string(),
  policies: readingStateSchema,
  completeness: completenessSchema,
});
export type GuardsAnswer = v.InferOutput<typeof guardsAnswerSchema>;

const guardText = v.pipe(v.string(), v.maxLength(longestText, "A guard file has at most 262,144 characters"));

/** Body of `POST /api/guards/check`. */
export const checkGuardsDetailsSchema = v.object({ text: guardText });

/** Answer of `POST /api/guards/check`: every mistake, or what the text would say. Nothing is written. */
export const checkedGuardsSchema = v.object({
  mistakes: readOnlyArray(mistakeSchema),
  /** `null` with mistakes. */
  evaluation: v.nullable(evaluationSchema),
});
export type CheckedGuards = v.InferOutput<typeof checkedGuardsSchema>;

/** Body of `POST /api/guards`. `seenHash` is that of the text that the person began with; `null` where there was none. */
export const saveGuardsDetailsSchema = v.object({ text: guardText, seenHash: v.nullable(v.string()) });
export type SaveGuardsDetails = v.InferOutput<typeof saveGuardsDetailsSchema>;

/** 409 of a save: somebody else wrote the file since it was seen. Nothing was written. */
export const guardFileConflictSchema = v.object({
  code: v.literal("GuardFileChanged"),
  message: v.string(),
  current: guardFileSchema,
});
export type GuardFileConflict = v.InferOutput<typeof guardFileConflictSchema>;
