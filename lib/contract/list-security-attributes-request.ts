import * as v from "valibot";
import { commaSeparatedOf, listRequestEntries } from "@/lib/contract/list-request";
import { resourceKindSchema } from "@/lib/contract/protected-resource";
import { attributeVerdictStateSchema } from "@/lib/contract/security-attribute";
import { securityAttributeFilterKeys, securityAttributeSortColumns } from "@/lib/contract/security-attributes";

/** The query of `GET /api/security-attributes`. */
export const listSecurityAttributesRequestSchema = v.object({
  ...listRequestEntries(securityAttributeSortColumns, securityAttributeFilterKeys),
  /** `stale`: the queue of what resources carry and wants cleaning up; a verdict: the keys that have it or are carried with it. */
  state: v.optional(commaSeparatedOf([...attributeVerdictStateSchema.options, "stale"] as const)),
  /** By name, whatever the case. */
  namespace: v.optional(v.string()),
  key: v.optional(v.string()),
  /** `value`: one row for each value and verdict that resources carry. */
  by: v.optional(v.picklist(["key", "value"], "Use key or value.")),
  kind: v.optional(commaSeparatedOf(resourceKindSchema.options)),
});
export type ListSecurityAttributesRequest = v.InferOutput<typeof listSecurityAttributesRequestSchema>;
