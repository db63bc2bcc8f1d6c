import * as v from "valibot";
import { commaSeparated, commaSeparatedOf, listRequestEntries, queryBoolean } from "@/lib/contract/list-request";
import { clusterMatchWords, resourceFilterKeys, resourceSortColumns } from "@/lib/contract/resources";
import { attributeVerdictStateSchema } from "@/lib/contract/security-attribute";
import { resourceKinds } from "@/lib/oke/resource-kind";

/** The query of `GET /api/resources`. */
export const listResourcesRequestSchema = v.object({
  ...listRequestEntries(resourceSortColumns, resourceFilterKeys),
  kind: v.optional(commaSeparatedOf(resourceKinds)),
  /** Resources that carry an attribute with one of these verdicts; `stale` means any but ok and unknown. */
  state: v.optional(commaSeparatedOf([...attributeVerdictStateSchema.options, "stale"] as const)),
  /** `true`: only resources that carry attributes; `false`: only those that carry none. */
  protected: v.optional(queryBoolean),
  /** OCIDs of clusters, or `unmatched` for resources that stand under none though they could. */
  clusterId: v.optional(commaSeparated),
  match: v.optional(commaSeparatedOf(clusterMatchWords)),
  /** A namespace, an attribute, or an attribute with one value, as they are shown: `app`, `app.tier`, `app.tier:web`. */
  attribute: v.optional(v.string()),
  /** Ids of the only resources to list, those of a selection: which of them still match. */
  id: v.optional(commaSeparated),
  lifecycleState: v.optional(commaSeparated),
});
export type ListResourcesRequest = v.InferOutput<typeof listResourcesRequestSchema>;
