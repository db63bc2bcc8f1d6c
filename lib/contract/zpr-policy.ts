import * as v from "valibot";
import { completenessSchema } from "@/lib/contract/page";
import { resourceKindSchema } from "@/lib/contract/protected-resource";
import { readOnlyArray } from "@/lib/contract/read-only-array";
import { readingStateSchema } from "@/lib/contract/reading-state";
import { attributeVerdictStateSchema } from "@/lib/contract/security-attribute";
import { lintNeedSchema, zprPolicySummaryEntries } from "@/lib/contract/zpr-policies";
import { type Diagnostic, severities } from "@/lib/zpr/policy-language/diagnostic";

const span = { from: v.number(), to: v.number() };

const diagnosticEntries = {
  ...span,
  rule: v.string(),
  severity: v.picklist(severities),
  message: v.string(),
  expected: readOnlyArray(v.string()),
  fix: v.nullable(v.object({ title: v.string(), edits: readOnlyArray(v.object({ ...span, insert: v.string() })) })),
};
/** A mistake or a finding at its place in the text, with what to do about it where the rule says that in general. */
const policyFindingSchema = v.object({ ...diagnosticEntries, cure: v.nullable(v.string()) });
export type PolicyFinding = v.InferOutput<typeof policyFindingSchema> & Diagnostic;

const memberSchema = v.object({
  id: v.string(),
  kind: resourceKindSchema,
  displayName: v.string(),
  region: v.string(),
  clusterName: v.nullable(v.string()),
});
export type StatementMember = v.InferOutput<typeof memberSchema>;

/** The resources that a side of a statement means, of those that were read. */
const membersSchema = v.object({
  /** The first of those that are in a VCN of the location; of an address then those that are not. */
  items: readOnlyArray(memberSchema),
  total: v.number(),
  /** Carry the attribute in other VCNs, where the statement does not apply; of an address how many of the total. */
  elsewhere: v.number(),
  /** Carry it, and in which VCN could not be told; of an address how many of the total. */
  unplaced: v.number(),
  /** Only of an address: may have one in the block, as theirs are not known. */
  perhaps: v.number(),
});
export type StatementMembers = v.InferOutput<typeof membersSchema>;

const attributeEntries = {
  namespace: v.string(),
  key: v.string(),
  value: v.string(),
  /** As a statement writes it, the namespace spelled out. */
  fullName: v.string(),
  /** The text names no namespace, and `oracle-zpr` is understood. */
  isNamespaceUnderstood: v.boolean(),
  /** Whether a definition of this name is among those read. */
  isDefined: v.boolean(),
  verdict: v.nullable(v.object({ state: attributeVerdictStateSchema, reason: v.string() })),
};
const statementAttributeSchema = v.object(attributeEntries);
export type StatementAttribute = v.InferOutput<typeof statementAttributeSchema>;

const vcnSchema = v.object({ id: v.string(), displayName: v.string(), region: v.string() });
const locationSchema = v.object({
  ...attributeEntries,
  /** The VCNs that carry it, of those that were read. */
  vcns: readOnlyArray(vcnSchema),
});
export type StatementLocation = v.InferOutput<typeof locationSchema>;

const sideSchema = v.object({
  kind: v.picklist(["attribute", "all-endpoints", "osn-services", "address"]),
  /** As the canonical statement writes it. */
  text: v.string(),
  attribute: v.nullable(statementAttributeSchema),
  location: locationSchema,
  /** `tcp/443`, and whatever else narrows it, in words; `null` for every protocol and port. */
  filters: v.nullable(v.string()),
  /** Only of a side that is an attribute or an address. */
  members: v.nullable(membersSchema),
});
export type StatementSideView = v.InferOutput<typeof sideSchema>;

const statementViewSchema = v.object({
  /** From 0, as the policy lists them. */
  index: v.number(),
  text: v.string(),
  /** `null` when it says nothing that is without doubt: then only its mistakes are shown. */
  meaning: v.nullable(
    v.object({
      form: v.picklist(["same-vcn", "two-vcn"]),
      canonical: v.string(),
      source: sideSchema,
      target: sideSchema,
    }),
  ),
  isValid: v.boolean(),
  findings: readOnlyArray(policyFindingSchema),
});
export type StatementView = v.InferOutput<typeof statementViewSchema>;

const workRequestSchema = v.object({
  id: v.string(),
  operationType: v.string(),
  status: v.string(),
  percentComplete: v.nullable(v.number()),
  timeAccepted: v.nullable(v.string()),
  timeFinished: v.nullable(v.string()),
});

/** `GET /api/zpr-policies/{id}`. */
export const zprPolicyDetailSchema = v.object({
  policy: v.object({
    ...zprPolicySummaryEntries,
    tags: readOnlyArray(v.object({ namespace: v.nullable(v.string()), key: v.string(), value: v.string() })),
  }),
  statements: readOnlyArray(statementViewSchema),
  /** Of the policy as a whole. */
  findings: readOnlyArray(policyFindingSchema),
  unread: readOnlyArray(lintNeedSchema),
  policies: readingStateSchema,
  /** Newest first. */
  workRequests: v.object({ ...readingStateSchema.entries, items: readOnlyArray(workRequestSchema) }),
  homeRegion: v.string(),
  /** Something of it is still going on: ask again. */
  isChanging: v.boolean(),
  revision: v.number(),
  /** Of the resources and VCNs that statements are resolved to. */
  completeness: completenessSchema,
});
export type ZprPolicyDetail = v.InferOutput<typeof zprPolicyDetailSchema>;
