import * as v from "valibot";
import { commaSeparatedOf, listRequestEntries } from "@/lib/contract/list-request";
import { zprPolicyFilterKeys, zprPolicyLifecycleStates, zprPolicySortColumns } from "@/lib/contract/zpr-policies";
import { severities } from "@/lib/zpr/policy-language/diagnostic";

const {
  region: _region,
  compartmentId: _compartmentId,
  ...entries
} = listRequestEntries(zprPolicySortColumns, zprPolicyFilterKeys);

/** The query of `GET /api/zpr-policies`. All policies of a tenancy are in its root compartment, so no place narrows it. */
export const listZprPoliciesRequestSchema = v.object({
  ...entries,
  lifecycleState: v.optional(commaSeparatedOf(zprPolicyLifecycleStates)),
  /** Policies with a finding of one of these severities; `none`: those without any. */
  severity: v.optional(commaSeparatedOf([...severities, "none"] as const)),
});
export type ListZprPoliciesRequest = v.InferOutput<typeof listZprPoliciesRequestSchema>;
