import * as v from "valibot";
import { completenessSchema } from "@/lib/contract/page";
import { readOnlyArray } from "@/lib/contract/read-only-array";
import { readingStateSchema } from "@/lib/contract/reading-state";
import {
  clusterParts,
  type RequiredStatement,
  requiredStatementCodes,
  requiredStatementStates,
} from "@/lib/oke/required-statements/required-statement";

const requiredStatementSchema: v.GenericSchema<RequiredStatement> = v.object({
  code: v.picklist(requiredStatementCodes),
  part: v.picklist(clusterParts),
  neededBy: readOnlyArray(v.object({ resourceId: v.string(), name: v.string() })),
  state: v.picklist(requiredStatementStates),
  text: v.nullable(v.string()),
  isTemplate: v.boolean(),
  why: v.string(),
  evidence: v.string(),
  found: v.nullable(v.object({ policyId: v.string(), policyName: v.string(), statement: v.string() })),
  coveredBy: v.nullable(v.string()),
});

/** `GET /api/clusters/{id}/required-statements`. */
export const requiredStatementsResponseSchema = v.object({
  clusterId: v.string(),
  statements: readOnlyArray(requiredStatementSchema),
  policies: readingStateSchema,
  revision: v.number(),
  completeness: completenessSchema,
});
export type RequiredStatementsResponse = v.InferOutput<typeof requiredStatementsResponseSchema>;
