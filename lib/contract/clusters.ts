import * as v from "valibot";
import { verdictCountsSchema } from "@/lib/contract/counts";
import { commaSeparated, commaSeparatedOf, listRequestEntries } from "@/lib/contract/list-request";
import { completenessSchema, pageSchema } from "@/lib/contract/page";
import { protectedResourceSchema } from "@/lib/contract/protected-resource";
import { readOnlyArray } from "@/lib/contract/read-only-array";
import { assessedSecurityAttributeSchema, attributeVerdictStateSchema } from "@/lib/contract/security-attribute";
import { type Eligibility, eligibilityReasonCodes, eligibilityStates } from "@/lib/oke/eligibility";

export const eligibilitySchema: v.GenericSchema<Eligibility> = v.object({
  state: v.picklist(eligibilityStates),
  reasons: readOnlyArray(v.object({ code: v.picklist(eligibilityReasonCodes), reason: v.string() })),
});
export { eligibilityStates, type Eligibility };

const clusterListItemEntries = {
  id: v.string(),
  name: v.string(),
  region: v.string(),
  compartmentId: v.string(),
  compartmentName: v.string(),
  kubernetesVersion: v.nullable(v.string()),
  type: v.string(),
  lifecycleState: v.string(),
  endpoint: v.picklist(["public", "private", "not-vcn-native"]),
  cniType: v.nullable(v.string()),
  eligibility: eligibilitySchema,
  endpointSecurityAttributes: readOnlyArray(assessedSecurityAttributeSchema),
  nodePoolCount: v.number(),
  virtualNodePoolCount: v.number(),
  /** Surfaces of this cluster: how many carry attributes, of how many. */
  protectedResourceCount: v.number(),
  resourceCount: v.number(),
  verdicts: verdictCountsSchema,
  timeCreated: v.nullable(v.string()),
};

/** One row of `GET /api/clusters`. */
export const clusterListItemSchema = v.object(clusterListItemEntries);
export type ClusterListItem = v.InferOutput<typeof clusterListItemSchema>;

export const clusterSortColumns = [
  "name",
  "region",
  "compartmentName",
  "kubernetesVersion",
  "lifecycleState",
  "eligibility",
  "nodePoolCount",
  "protectedResourceCount",
  "stale",
  "timeCreated",
] as const;

/** The query of `GET /api/clusters`. */
export const listClustersRequestSchema = v.object({
  ...listRequestEntries(clusterSortColumns),
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

export const listClustersResponseSchema = pageSchema(clusterListItemSchema);
export type ListClustersResponse = v.InferOutput<typeof listClustersResponseSchema>;

export const nodePoolListItemEntries = {
  id: v.string(),
  name: v.string(),
  kubernetesVersion: v.nullable(v.string()),
  nodeShape: v.nullable(v.string()),
  lifecycleState: v.string(),
  isLegacy: v.boolean(),
  /** `null` when the node list could not be read. */
  nodeCount: v.nullable(v.number()),
  size: v.nullable(v.number()),
  primary: protectedResourceSchema,
  secondary: protectedResourceSchema,
  secondaryVnicCount: v.number(),
  verdicts: verdictCountsSchema,
};

const nodePoolListItemSchema = v.object(nodePoolListItemEntries);
export type NodePoolListItem = v.InferOutput<typeof nodePoolListItemSchema>;

const virtualNodePoolListItemSchema = v.object({
  id: v.string(),
  name: v.string(),
  kubernetesVersion: v.nullable(v.string()),
  lifecycleState: v.string(),
  /** Why it has no security attributes. */
  reason: v.string(),
});
export type VirtualNodePoolListItem = v.InferOutput<typeof virtualNodePoolListItemSchema>;

/** `GET /api/clusters/{id}`: the cluster with every surface of it on one page. */
export const clusterDetailSchema = v.object({
  cluster: v.object({
    ...clusterListItemEntries,
    vcnId: v.nullable(v.string()),
    vcnName: v.nullable(v.string()),
    vcnSecurityAttributes: v.nullable(readOnlyArray(assessedSecurityAttributeSchema)),
    privateEndpoint: v.nullable(v.string()),
    publicEndpoint: v.nullable(v.string()),
  }),
  endpoint: protectedResourceSchema,
  nodePools: readOnlyArray(nodePoolListItemSchema),
  virtualNodePools: readOnlyArray(virtualNodePoolListItemSchema),
  /** Load balancers, network load balancers and mount targets that stand under this cluster, surest first. */
  services: readOnlyArray(protectedResourceSchema),
  revision: v.number(),
  readAt: v.string(),
  completeness: completenessSchema,
});
export type ClusterDetail = v.InferOutput<typeof clusterDetailSchema>;
