import * as v from "valibot";
import { pageEntries } from "@/lib/contract/page";
import { readOnlyArray } from "@/lib/contract/read-only-array";
import { readingStateSchema } from "@/lib/contract/reading-state";
import type { ReadinessState } from "@/lib/oke/readiness/readiness-check";
import { severities } from "@/lib/zpr/policy-language/diagnostic";
import type { LintNeed } from "@/lib/zpr/policy-lint/lint-rule";
import type { ZprPolicyLifecycleState } from "@/lib/zpr/zpr-policy";

export const zprPolicyLifecycleStates = [
  "ACTIVE",
  "CREATING",
  "UPDATING",
  "DELETING",
  "DELETED",
  "FAILED",
  "NEEDS_ATTENTION",
  "UNKNOWN_VALUE",
] as const satisfies readonly ZprPolicyLifecycleState[];

const enabledStates = ["pass", "fail", "unknown", "does-not-apply"] as const satisfies readonly ReadinessState[];

/** How many mistakes and findings there are, by severity. */
export const lintCountsSchema = v.object({ error: v.number(), warning: v.number(), info: v.number() });
export type LintCounts = v.InferOutput<typeof lintCountsSchema>;

/** What rules of the linter rest on besides the text. What was not read whole, none of them was held against. */
export const lintNeedSchema: v.GenericSchema<LintNeed> = v.picklist([
  "catalog",
  "vcns",
  "resources",
  "peerings",
  "node-pools",
  "policies",
]);

export const zprPolicySummaryEntries = {
  id: v.string(),
  name: v.string(),
  description: v.string(),
  lifecycleState: v.picklist(zprPolicyLifecycleStates),
  lifecycleDetails: v.nullable(v.string()),
  timeUpdated: v.nullable(v.string()),
  statementCount: v.number(),
  /** Of its statements and of itself. Lower bounds while something was not held against them. */
  lint: lintCountsSchema,
};

const zprPolicyListItemSchema = v.object(zprPolicySummaryEntries);
/** One row of `GET /api/zpr-policies`. */
export type ZprPolicyListItem = v.InferOutput<typeof zprPolicyListItemSchema>;

export const zprPolicySortColumns = ["name", "lifecycleState", "statementCount", "lint", "timeUpdated"] as const;

/** What the text of the filter can name; what each matches stands beside the projection. */
export const zprPolicyFilterKeys = ["name", "state", "statements", "linter"] as const;

export const listZprPoliciesResponseSchema = v.object({
  /** `completeness` is that of the list of policies; for what the linter could look at, see `unread`. */
  ...pageEntries(zprPolicyListItemSchema),
  policies: readingStateSchema,
  /** Whether ZPR is enabled in the tenancy; unknown where it is not, or where nobody may look. */
  enabled: v.object({ state: v.picklist(enabledStates), evidence: v.string() }),
  /** What is to be said of no single policy: limits of the tenancy, nodes that cannot join. */
  tenancyFindings: readOnlyArray(
    v.object({
      rule: v.string(),
      severity: v.picklist(severities),
      message: v.string(),
      cure: v.nullable(v.string()),
      /** The cluster that it is about. */
      clusterId: v.nullable(v.string()),
    }),
  ),
  unread: readOnlyArray(lintNeedSchema),
});
export type ListZprPoliciesResponse = v.InferOutput<typeof listZprPoliciesResponseSchema>;
