import * as v from "valibot";
import { overrideSchema, recordedOverrideSchema } from "@/lib/contract/override";
import { readOnlyArray } from "@/lib/contract/read-only-array";
import { workRequestSchema } from "@/lib/contract/work-request";
import { lintNeedSchema } from "@/lib/contract/zpr-policies";
import { statementDifferenceKinds } from "@/lib/zpr/policy-difference-kind";
import { severities } from "@/lib/zpr/policy-language/diagnostic";

/** More than any policy may have: the service says what is too many. */
const mostStatements = 200;
const longestText = 10_000;

/** A policy's text as it was read. */
export const zprPolicyTextSchema = v.object({ description: v.string(), statements: readOnlyArray(v.string()) });

const policyId = v.pipe(v.string(), v.nonEmpty("The policy's OCID is missing"));
const etag = v.string();
const line = v.pipe(v.string(), v.trim(), v.maxLength(longestText, "This is too long to be sent"));

/** A policy's text as a person wants it. */
const draftSchema = v.object({
  description: v.pipe(line, v.nonEmpty("ZPR asks for a description")),
  statements: v.pipe(
    v.array(v.pipe(line, v.nonEmpty("A statement is empty"))),
    v.minLength(1, "A policy has at least one statement"),
    v.maxLength(mostStatements, `At most ${mostStatements} statements are sent`),
    v.readonly(),
  ),
});

/** For a change that guards stand against. */
const override = v.exactOptional(overrideSchema);

/** Body of `POST /api/zpr-policy-changes` and its preview. `seen` is the text that the person started from. */
export const createZprPolicyChangeDetailsSchema = v.variant("action", [
  v.object({
    action: v.literal("create"),
    name: v.pipe(line, v.nonEmpty("Give the policy a name")),
    text: draftSchema,
    override,
  }),
  v.object({ action: v.literal("update"), policyId, etag, seen: zprPolicyTextSchema, text: draftSchema, override }),
  v.object({ action: v.literal("delete"), policyId, etag, seen: zprPolicyTextSchema, override }),
]);
export type CreateZprPolicyChangeDetails = v.InferOutput<typeof createZprPolicyChangeDetailsSchema>;

/** 409: the policy is not as the person saw it. Nothing was written. */
export const zprPolicyConflictSchema = v.object({
  code: v.literal("ResourceChanged"),
  message: v.string(),
  seen: zprPolicyTextSchema,
  current: zprPolicyTextSchema,
  currentEtag: v.string(),
});
export type ZprPolicyConflict = v.InferOutput<typeof zprPolicyConflictSchema>;

const spanEntries = { from: v.number(), to: v.number() };
const fixSchema = v.object({
  title: v.string(),
  edits: readOnlyArray(v.object({ ...spanEntries, insert: v.string() })),
});

/** A finding of the linter about the draft, or about the tenancy with the draft in it. */
const draftFindingSchema = v.object({
  ...spanEntries,
  /** Index among the statements of the draft; `null` for the policy or tenancy as a whole. */
  statement: v.nullable(v.number()),
  rule: v.string(),
  severity: v.picklist(severities),
  message: v.string(),
  expected: readOnlyArray(v.string()),
  fix: v.nullable(fixSchema),
});

const errorSchema = v.object({ code: v.string(), message: v.string(), opcRequestId: v.nullable(v.string()) });

/**
 * Answer of `POST /api/zpr-policy-changes/preview`: what would be written, looked at from every side. The difference in
 * flows will stand beside `difference` as `effect`.
 */
export const zprPolicyChangePreviewSchema = v.object({
  name: v.string(),
  region: v.string(),
  before: v.nullable(zprPolicyTextSchema),
  /** `null` for a deletion. */
  after: v.nullable(zprPolicyTextSchema),
  difference: readOnlyArray(
    v.object({
      kind: v.picklist(statementDifferenceKinds),
      before: v.nullable(v.string()),
      after: v.nullable(v.string()),
    }),
  ),
  findings: readOnlyArray(draftFindingSchema),
  /** What the linter could not hold the draft against, because it was not read, or not whole. */
  unread: readOnlyArray(lintNeedSchema),
  /** The service's own word on the write: `unanswered` when it could not be asked. */
  dryRun: v.variant("verdict", [
    v.object({ verdict: v.literal("accepted") }),
    v.object({ verdict: v.picklist(["refused", "unanswered"]), error: errorSchema }),
  ]),
  /** The same change for other tools. Never holds a secret. */
  asCode: v.object({ cli: v.string(), json: v.nullable(v.string()) }),
});
export type ZprPolicyChangePreview = v.InferOutput<typeof zprPolicyChangePreviewSchema>;

/**
 * `writing` the write is under way; `in-progress` ZPR works on it; `reading-back` ZPR says done and we look; `verified` a
 * fresh read shows it; `not-applied` ZPR reported success, or that the policy needs attention, and it is not in force as
 * written; `failed`, with error code `ResourceChanged` when somebody else changed the policy meanwhile; `unknown` reading
 * has not told yet: still checking until `isFinished`. Whether the network goes by it none of them says.
 */
export const zprPolicyChangeStates = [
  "writing",
  "in-progress",
  "reading-back",
  "verified",
  "not-applied",
  "failed",
  "unknown",
] as const;

export const zprPolicyChangeSchema = v.object({
  id: v.string(),
  action: v.picklist(["create", "update", "delete"]),
  /** `null` while a policy that is made has no OCID that is known. */
  policyId: v.nullable(v.string()),
  policyName: v.string(),
  region: v.string(),
  state: v.picklist(zprPolicyChangeStates),
  isFinished: v.boolean(),
  /** Half an hour did not tell: looked at once a minute from then on, while other edits of the policy are possible. */
  isLongWatch: v.exactOptional(v.boolean()),
  before: v.nullable(zprPolicyTextSchema),
  after: v.nullable(zprPolicyTextSchema),
  /** What the last fresh read showed, where it is not `after`; `null` otherwise. */
  actual: v.nullable(zprPolicyTextSchema),
  startedAt: v.string(),
  finishedAt: v.nullable(v.string()),
  /** One sentence on where it stands. */
  message: v.string(),
  error: v.nullable(errorSchema),
  workRequest: v.nullable(workRequestSchema),
  opcRequestId: v.nullable(v.string()),
  /** Only where it was made against guards. */
  override: v.exactOptional(recordedOverrideSchema),
});
export type ZprPolicyChange = v.InferOutput<typeof zprPolicyChangeSchema>;

/** Answer of `GET /api/zpr-policy-changes`: since the console started, newest first. */
export const listZprPolicyChangesResponseSchema = v.object({ items: readOnlyArray(zprPolicyChangeSchema) });
export type ListZprPolicyChangesResponse = v.InferOutput<typeof listZprPolicyChangesResponseSchema>;
