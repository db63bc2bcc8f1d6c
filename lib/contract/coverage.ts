import * as v from "valibot";
import { commaSeparatedOf, listRequestEntries } from "@/lib/contract/list-request";
import { pageEntries } from "@/lib/contract/page";
import { readOnlyArray } from "@/lib/contract/read-only-array";

export const coverageOutcomes = ["failed", "refused", "read"] as const;
export type CoverageOutcome = (typeof coverageOutcomes)[number];

/** One row of `GET /api/coverage`: one list or get of the pass whose data is on screen. */
const coverageListItemSchema = v.object({
  id: v.string(),
  operation: v.string(),
  region: v.string(),
  /** Of what was listed, or of the single thing that was read; `null` for what belongs to the whole tenancy. */
  compartmentId: v.nullable(v.string()),
  compartmentName: v.nullable(v.string()),
  /** The availability domain, or the OCID of the single thing that was read. */
  target: v.nullable(v.string()),
  /** What that thing is called; `null` where it is not among what was read. */
  targetName: v.nullable(v.string()),
  outcome: v.picklist(coverageOutcomes),
  readAt: v.string(),
  durationMs: v.number(),
  /** How many objects came back. */
  count: v.number(),
  /** When it failed: the time of the earlier read whose objects are shown meanwhile. */
  keptFrom: v.nullable(v.string()),
  problem: v.nullable(v.object({ code: v.string(), message: v.string(), opcRequestId: v.nullable(v.string()) })),
});
export type CoverageListItem = v.InferOutput<typeof coverageListItemSchema>;

/** A permission that was missing, and the IAM statement that would grant it. */
const missingPermissionSchema = v.object({
  permission: v.string(),
  statement: v.string(),
  operations: readOnlyArray(v.string()),
  /** How many reads were refused for want of it. */
  scopeCount: v.number(),
});
export type MissingPermission = v.InferOutput<typeof missingPermissionSchema>;

export const coverageSortColumns = [
  "outcome",
  "operation",
  "region",
  "compartmentName",
  "readAt",
  "durationMs",
] as const;

/** What the text of the filter can name; what each matches stands beside the projection. */
export const coverageFilterKeys = ["call", "outcome", "region", "compartment", "objects", "took", "code"] as const;

export const listCoverageResponseSchema = v.object({
  ...pageEntries(coverageListItemSchema),
  /** Of those that match, whatever page is shown. */
  missingPermissions: readOnlyArray(missingPermissionSchema),
  startedAt: v.nullable(v.string()),
  finishedAt: v.nullable(v.string()),
});
export type ListCoverageResponse = v.InferOutput<typeof listCoverageResponseSchema>;

/** The query of `GET /api/coverage`. */
export const listCoverageRequestSchema = v.object({
  ...listRequestEntries(coverageSortColumns, coverageFilterKeys),
  outcome: v.optional(commaSeparatedOf(coverageOutcomes)),
});
export type ListCoverageRequest = v.InferOutput<typeof listCoverageRequestSchema>;
