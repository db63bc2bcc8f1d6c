import * as v from "valibot";
import { controllerEventSchema, manifestObjectSchema } from "@/lib/contract/manifest-object";
import { readOnlyArray } from "@/lib/contract/read-only-array";
import { assessedSecurityAttributeSchema } from "@/lib/contract/security-attribute";
import { type DeclaredStanding, notAppliedCauses, storedDiffersCauses } from "@/lib/oke/declared-standing";
import { manifestProblemCodes } from "@/lib/oke/manifest-problem";
import { type UnstoredDeclaration, unstoredReasons } from "@/lib/oke/unstored-declaration";

export const manifestProblemsSchema = readOnlyArray(
  v.object({
    code: v.picklist(manifestProblemCodes),
    message: v.string(),
    offset: v.number(),
    line: v.number(),
    column: v.number(),
  }),
);

const declared = {
  object: manifestObjectSchema,
  text: v.nullable(v.string()),
  declared: readOnlyArray(assessedSecurityAttributeSchema),
  problems: manifestProblemsSchema,
  changedAt: v.nullable(v.string()),
};

const declaredStandingSchema: v.GenericSchema<DeclaredStanding> = v.variant("state", [
  v.object({ state: v.literal("in-step"), ...declared }),
  v.object({
    state: v.literal("declared-not-applied"),
    cause: v.picklist(notAppliedCauses),
    event: v.nullable(controllerEventSchema),
    ...declared,
  }),
  v.object({ state: v.literal("stored-differs"), cause: v.picklist(storedDiffersCauses), ...declared }),
  v.variant("reason", [
    v.object({
      state: v.literal("declared-unreadable"),
      reason: v.literal("not-readable"),
      problem: v.object({ code: v.string(), message: v.string() }),
    }),
    v.object({
      state: v.literal("declared-unreadable"),
      reason: v.literal("not-a-set"),
      object: manifestObjectSchema,
      text: v.string(),
      problems: manifestProblemsSchema,
      event: v.nullable(controllerEventSchema),
    }),
  ]),
  v.object({ state: v.literal("no-manifest-found"), evidence: v.string() }),
]);
export type { DeclaredStanding };

/** A Service or IngressClass whose load balancer is not among those that were read. */
const unstoredDeclarationSchema: v.GenericSchema<UnstoredDeclaration> = v.object({
  object: manifestObjectSchema,
  uid: v.string(),
  reason: v.picklist(unstoredReasons),
  names: readOnlyArray(v.string()),
  createdAt: v.nullable(v.string()),
  text: v.nullable(v.string()),
  declared: v.nullable(readOnlyArray(assessedSecurityAttributeSchema)),
  problems: manifestProblemsSchema,
  events: readOnlyArray(controllerEventSchema),
  areEventsRead: v.boolean(),
});

const declaredGapSchema = v.object({
  /** What could not be read: `listServices`. */
  operations: readOnlyArray(v.string()),
  outcome: v.picklist(["refused", "failed"]),
  code: v.string(),
  /** What each of them answered; a refusal names the kind of object. */
  messages: readOnlyArray(v.string()),
  opcRequestId: v.nullable(v.string()),
});
export type DeclaredGap = v.InferOutput<typeof declaredGapSchema>;

/** `GET /api/clusters/{id}/declared`: what the cluster's manifests declare beside what OCI stores. */
export const clusterDeclaredSchema = v.object({
  clusterId: v.string(),
  /** A read is under way; of the first one nothing is there yet. */
  isReading: v.boolean(),
  /** When what is here was read; `null` before that. */
  readAt: v.nullable(v.string()),
  /** Of every resource that a manifest owns, or may own for all that could be read. */
  standings: readOnlyArray(v.object({ resourceId: v.string(), standing: declaredStandingSchema })),
  /** What is declared by objects that own no resource which was read. */
  unstored: readOnlyArray(unstoredDeclarationSchema),
  gaps: readOnlyArray(declaredGapSchema),
});
export type ClusterDeclared = v.InferOutput<typeof clusterDeclaredSchema>;
