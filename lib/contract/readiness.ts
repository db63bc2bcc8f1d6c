import * as v from "valibot";
import { completenessSchema } from "@/lib/contract/page";
import { readOnlyArray } from "@/lib/contract/read-only-array";
import { readinessCountsSchema } from "@/lib/contract/readiness-counts";
import { isWritableGroup, unwritableGroup } from "@/lib/oke/readiness/iam-place";
import { iamStatementCodes, iamStatementStates, type RequiredIamStatement } from "@/lib/oke/readiness/iam-statements";
import { readinessCodes, type ReadinessCheck, readinessStates } from "@/lib/oke/readiness/readiness-check";

const snippetSchema = v.object({ title: v.string(), text: v.string() });

const readinessCheckSchema: v.GenericSchema<ReadinessCheck> = v.object({
  code: v.picklist(readinessCodes),
  title: v.string(),
  why: v.string(),
  state: v.picklist(readinessStates),
  evidence: v.string(),
  readAt: v.nullable(v.string()),
  remedy: v.nullable(v.object({ text: v.string(), snippets: readOnlyArray(snippetSchema) })),
  isNotChecked: v.boolean(),
});

const requiredIamStatementSchema: v.GenericSchema<RequiredIamStatement> = v.object({
  code: v.picklist(iamStatementCodes),
  statement: v.string(),
  state: v.picklist(iamStatementStates),
  evidence: v.string(),
});

/** `GET /api/clusters/{id}/readiness`: every prerequisite held against one cluster. */
export const clusterReadinessSchema = v.object({
  clusterId: v.string(),
  checks: readOnlyArray(readinessCheckSchema),
  counts: readinessCountsSchema,
  statements: readOnlyArray(requiredIamStatementSchema),
  /** What the statements were made for. */
  choice: v.object({ group: v.nullable(v.string()), namespaces: readOnlyArray(v.string()) }),
  /** The groups that the caller is in, by Identity; `null` where that could not be read. */
  memberOf: v.nullable(readOnlyArray(v.string())),
  /** Groups that the readable IAM policies name, to choose from. */
  groups: readOnlyArray(v.string()),
  /** Namespaces that can be seen, and whether this cluster carries attributes of them. */
  namespaces: readOnlyArray(v.object({ name: v.string(), isUsed: v.boolean() })),
  /** Something is still being read: ask again. */
  isReading: v.boolean(),
  revision: v.number(),
  completeness: completenessSchema,
});
export type ClusterReadiness = v.InferOutput<typeof clusterReadinessSchema>;

/** The query of `GET /api/clusters/{id}/readiness`. */
export const clusterReadinessRequestSchema = v.object({
  /** The person's group, to look for its statements. */
  group: v.optional(
    v.pipe(
      v.string(),
      v.maxLength(200, "Use at most 200 characters."),
      v.check((group) => group.trim() === "" || isWritableGroup(group), unwritableGroup),
    ),
  ),
  /** A namespace to restrict the group to; may be given several times. Names hold no comma. */
  namespace: v.optional(
    v.pipe(
      v.union([v.string(), v.array(v.string())]),
      v.transform((given): readonly string[] =>
        [given]
          .flat()
          .filter((name) => name !== "")
          .slice(0, 20),
      ),
    ),
  ),
});
export type ClusterReadinessRequest = v.InferOutput<typeof clusterReadinessRequestSchema>;
