import * as v from "valibot";
import { findingCountsSchema } from "@/lib/contract/finding-counts";
import { commaSeparated, commaSeparatedOf, listRequestEntries } from "@/lib/contract/list-request";
import { pageEntries } from "@/lib/contract/page";
import { resourceKindSchema } from "@/lib/contract/protected-resource";
import { type FindingPlace, findingRules, findingSeverities } from "@/lib/oke/findings/finding";
import { resourceKinds } from "@/lib/oke/resource-kind";

const placeSchema: v.GenericSchema<FindingPlace> = v.variant("type", [
  v.object({ type: v.literal("resource"), id: v.string() }),
  v.object({ type: v.literal("cluster"), id: v.string() }),
  v.object({ type: v.literal("node-pool-nodes"), id: v.string() }),
  v.object({ type: v.literal("guards") }),
]);

/** One row of `GET /api/findings`. */
const findingListItemSchema = v.object({
  id: v.string(),
  rule: v.picklist(findingRules),
  title: v.string(),
  severity: v.picklist(findingSeverities),
  evidence: v.string(),
  cure: v.string(),
  place: placeSchema,
  resourceId: v.string(),
  kind: resourceKindSchema,
  displayName: v.string(),
  region: v.string(),
  compartmentId: v.string(),
  compartmentName: v.string(),
  clusterId: v.nullable(v.string()),
  clusterName: v.nullable(v.string()),
});
export type FindingListItem = v.InferOutput<typeof findingListItemSchema>;

export const findingSortColumns = ["severity", "rule", "displayName", "clusterName", "region"] as const;

/** What the text of the filter can name; what each matches stands beside the projection. */
export const findingFilterKeys = [
  "resource",
  "severity",
  "finding",
  "kind",
  "cluster",
  "region",
  "compartment",
] as const;

/** How many of those that could be looked at have been: the rest may hold findings that nobody has looked for. */
const lookedAtSchema = v.object({ read: v.number(), total: v.number() });

export const listFindingsResponseSchema = v.object({
  ...pageEntries(findingListItemSchema),
  /** Of those that match. */
  counts: findingCountsSchema,
  /** What a person has to ask for before it is compared: nodes of pools, and manifests of clusters. */
  comparedNodePools: lookedAtSchema,
  comparedClusters: lookedAtSchema,
});
export type ListFindingsResponse = v.InferOutput<typeof listFindingsResponseSchema>;

/** The query of `GET /api/findings`. */
export const listFindingsRequestSchema = v.object({
  ...listRequestEntries(findingSortColumns, findingFilterKeys),
  severity: v.optional(commaSeparatedOf(findingSeverities)),
  rule: v.optional(commaSeparatedOf(findingRules)),
  kind: v.optional(commaSeparatedOf(resourceKinds)),
  clusterId: v.optional(commaSeparated),
  /** A resource's id, or the OCID of its object for all its surfaces. */
  resourceId: v.optional(v.string()),
});
export type ListFindingsRequest = v.InferOutput<typeof listFindingsRequestSchema>;
