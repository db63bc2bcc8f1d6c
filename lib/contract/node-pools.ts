import * as v from "valibot";
import { eligibilitySchema, nodePoolListItemEntries } from "@/lib/contract/clusters";
import { completenessSchema } from "@/lib/contract/page";
import { readOnlyArray } from "@/lib/contract/read-only-array";

const nodeListItemSchema = v.object({
  id: v.nullable(v.string()),
  name: v.string(),
  lifecycleState: v.string(),
  kubernetesVersion: v.nullable(v.string()),
  privateIp: v.nullable(v.string()),
  availabilityDomain: v.nullable(v.string()),
  faultDomain: v.nullable(v.string()),
});
export type NodeListItem = v.InferOutput<typeof nodeListItemSchema>;

/** `GET /api/node-pools/{id}` */
export const nodePoolDetailSchema = v.object({
  nodePool: v.object({
    ...nodePoolListItemEntries,
    region: v.string(),
    compartmentId: v.string(),
    compartmentName: v.string(),
  }),
  cluster: v.nullable(v.object({ id: v.string(), name: v.string(), eligibility: eligibilitySchema })),
  /** `null` when the node list could not be read; then the reason stands in `completeness`. */
  nodes: v.nullable(readOnlyArray(nodeListItemSchema)),
  revision: v.number(),
  readAt: v.string(),
  completeness: completenessSchema,
});
export type NodePoolDetail = v.InferOutput<typeof nodePoolDetailSchema>;
