import * as v from "valibot";
import { verdictCountsSchema } from "@/lib/contract/counts";
import { findingCountsSchema } from "@/lib/contract/finding-counts";
import { completenessSchema, pageSchema } from "@/lib/contract/page";
import { protectedResourceSchema } from "@/lib/contract/protected-resource";
import { readOnlyArray } from "@/lib/contract/read-only-array";
import { readinessCountsSchema } from "@/lib/contract/readiness-counts";
import { assessedSecurityAttributeSchema } from "@/lib/contract/security-attribute";
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
  /** How the prerequisites stand by what the pass knows; what only the readiness page reads counts as not checked. */
  readiness: readinessCountsSchema,
  endpointSecurityAttributes: readOnlyArray(assessedSecurityAttributeSchema),
  nodePoolCount: v.number(),
  virtualNodePoolCount: v.number(),
  /** Surfaces of this cluster: how many carry attributes, of how many. */
  protectedResourceCount: v.number(),
  resourceCount: v.number(),
  verdicts: verdictCountsSchema,
  timeCreated: v.nullable(v.string()),
};

const clusterListItemSchema = v.object(clusterListItemEntries);
/** A cluster as lists know it. */
export type ClusterListItem = v.InferOutput<typeof clusterListItemSchema>;

export const clusterSortColumns = [
  "name",
  "region",
  "compartmentName",
  "kubernetesVersion",
  "lifecycleState",
  "eligibility",
  "readiness",
  "nodePoolCount",
  "protectedResourceCount",
  "stale",
  "timeCreated",
] as const;

/** What the text of the filter can name; what each matches stands beside the projection. */
export const clusterFilterKeys = [
  "name",
  "zpr",
  "failing",
  "state",
  "attr",
  "protected",
  "pools",
  "region",
  "compartment",
  "k8s",
  "endpoint",
  "cni",
  "lifecycle",
] as const;

const listedClusterSchema = v.object({ ...clusterListItemEntries, findings: findingCountsSchema });
/** One row of `GET /api/clusters`, with what is wrong with the cluster and with what stands under it. */
export type ListedCluster = v.InferOutput<typeof listedClusterSchema>;

export const listClustersResponseSchema = pageSchema(listedClusterSchema);
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

/** With what is wrong with either of its two surfaces. */
const nodePoolListItemSchema = v.object({ ...nodePoolListItemEntries, findings: findingCountsSchema });
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
