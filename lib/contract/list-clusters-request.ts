import * as v from "valibot";
import { clusterFilterKeys, clusterSortColumns } from "@/lib/contract/clusters";
import { commaSeparated, commaSeparatedOf, listRequestEntries } from "@/lib/contract/list-request";
import { attributeVerdictStateSchema } from "@/lib/contract/security-attribute";
import { eligibilityStates } from "@/lib/oke/eligibility";

/** The query of `GET /api/clusters`. */
export const listClustersRequestSchema = v.object({
  ...listRequestEntries(clusterSortColumns, clusterFilterKeys),
  /** Clusters one of whose surfaces carries an attribute with one of these verdicts; `stale` means any but ok and unknown. */
  state: v.optional(commaSeparatedOf([...attributeVerdictStateSchema.options, "stale"] as const)),
  eligibility: v.optional(commaSeparatedOf(eligibilityStates)),
  /** A Kubernetes version, or a part of one from its left (`1.33`), or a bound: `<1.32`, `>=1.34`. */
  k8s: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^(<|<=|>|>=)?\s?v?\d+(\.\d+){0,2}$/, "Use a version such as 1.33, or a bound such as <1.32."),
    ),
  ),
  lifecycleState: v.optional(commaSeparated),
});
export type ListClustersRequest = v.InferOutput<typeof listClustersRequestSchema>;
