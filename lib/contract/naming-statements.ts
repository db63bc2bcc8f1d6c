import * as v from "valibot";
import { ocidParam } from "@/lib/contract/ocid-param";
import { completenessSchema } from "@/lib/contract/page";
import { readOnlyArray } from "@/lib/contract/read-only-array";
import { readingStateSchema } from "@/lib/contract/reading-state";
import { zprPolicyLifecycleStates } from "@/lib/contract/zpr-policies";

export const namingStatementSchema = v.object({
  policyId: v.string(),
  policyName: v.string(),
  lifecycleState: v.picklist(zprPolicyLifecycleStates),
  /** From 0, as the policy lists its statements. */
  index: v.number(),
  text: v.string(),
  /** Where it is named. Empty for a text that cannot be read and holds the name. */
  roles: readOnlyArray(v.picklist(["location", "source", "target"])),
  /**
   * Whether the VCN of the resource carries the location of that side; `null` where that was not asked, or where the VCN
   * could not be read.
   */
  appliesHere: v.nullable(v.boolean()),
});
export type NamingStatementItem = v.InferOutput<typeof namingStatementSchema>;

/** `GET /api/zpr-statements`: the statements that name an attribute, or what a resource carries. */
export const namingStatementsResponseSchema = v.object({
  items: readOnlyArray(namingStatementSchema),
  total: v.number(),
  policies: readingStateSchema,
  revision: v.number(),
  completeness: completenessSchema,
});
export type NamingStatementsResponse = v.InferOutput<typeof namingStatementsResponseSchema>;

const name = v.pipe(v.string(), v.maxLength(300, "Use at most 300 characters."));

/** The query of `GET /api/zpr-statements`. */
export const namingStatementsRequestSchema = v.union(
  [v.object({ resourceId: ocidParam }), v.object({ namespace: name, key: name, value: v.exactOptional(name) })],
  "Give resourceId, or namespace and key.",
);
export type NamingStatementsRequest = v.InferOutput<typeof namingStatementsRequestSchema>;
