import * as v from "valibot";
import { completenessSchema } from "@/lib/contract/page";
import { readOnlyArray } from "@/lib/contract/read-only-array";
import { securityAttributeSchema } from "@/lib/contract/security-attribute";
import type { NodeCounts } from "@/lib/oke/node-counts";
import { unpooledNodeEvidences, unpooledNodeKinds } from "@/lib/oke/unpooled-node";
import { vnicStates } from "@/lib/oke/vnic-state";

const attributeSet = readOnlyArray(securityAttributeSchema);

const nodeReadingSchema = v.object({
  /** `unread` until somebody asks: VNICs of nodes are read one by one, and only when a person wants to see them. */
  state: v.picklist(["unread", "reading", "read"]),
  /** Of the reading under way, its own; `null` when none is. */
  progress: v.nullable(v.object({ done: v.number(), total: v.number() })),
  /** When the reading that is shown began; `null` when there is none. */
  readAt: v.nullable(v.string()),
  /** What it cost. */
  vnicCount: v.number(),
  callCount: v.number(),
  completeness: completenessSchema,
});
/** The age and the cost of what is known about nodes, and what of it could not be read. */
export type NodeReading = v.InferOutput<typeof nodeReadingSchema>;

const vnicCountSchema = v.object({ name: v.string(), inStep: v.number(), notReadable: v.number() });

export const nodeCountsSchema: v.GenericSchema<NodeCounts> = v.object({
  nodes: v.number(),
  inStep: v.number(),
  notReadable: v.number(),
  settling: v.number(),
  withUnmanagedVnics: v.number(),
  primary: vnicCountSchema,
  secondary: readOnlyArray(vnicCountSchema),
});
export type { NodeCounts };

const nodeVnicSchema = v.object({
  name: v.string(),
  vnicId: v.nullable(v.string()),
  state: v.picklist(vnicStates),
  isInferred: v.boolean(),
  reason: v.string(),
  /** What it carries where that is another set than the pool's; `null` when it is the same or could not be read. */
  carried: v.nullable(attributeSet),
  isFromInstance: v.boolean(),
});
export type NodeVnic = v.InferOutput<typeof nodeVnicSchema>;

const unmanagedVnicSchema = v.object({ vnicId: v.string(), name: v.string(), carried: attributeSet });

const nodeTruthItemSchema = v.object({
  id: v.nullable(v.string()),
  name: v.string(),
  lifecycleState: v.string(),
  launchedAt: v.nullable(v.string()),
  isInStep: v.boolean(),
  primary: nodeVnicSchema,
  secondary: readOnlyArray(nodeVnicSchema),
  unmanaged: readOnlyArray(unmanagedVnicSchema),
});
export type NodeTruthItem = v.InferOutput<typeof nodeTruthItemSchema>;

/** `GET /api/node-pools/{id}/nodes`: what the pool's running nodes carry beside what the pool says now. */
export const nodePoolNodesSchema = v.object({
  reading: nodeReadingSchema,
  /** `null` when nothing was read, or the node list could not be. */
  counts: v.nullable(nodeCountsSchema),
  nodes: v.nullable(readOnlyArray(nodeTruthItemSchema)),
});
export type NodePoolNodes = v.InferOutput<typeof nodePoolNodesSchema>;

const unpooledVnicSchema = v.object({
  vnicId: v.string(),
  name: v.string(),
  isPrimary: v.boolean(),
  /** `null` when it could not be read. */
  carried: v.nullable(attributeSet),
});

const unpooledNodeSchema = v.object({
  id: v.string(),
  name: v.string(),
  kind: v.picklist(unpooledNodeKinds),
  /** Why it is only shown. */
  reason: v.string(),
  /** By what it is known to be of the cluster. */
  evidence: v.picklist(unpooledNodeEvidences),
  /** `null` where the cluster's list of Nodes could not be read to its end. */
  isInNodeList: v.nullable(v.boolean()),
  /** This and what follows is `null` where its instance is not among those that could be read. */
  lifecycleState: v.nullable(v.string()),
  shape: v.nullable(v.string()),
  compartmentName: v.nullable(v.string()),
  /** What stands on the instance itself; its VNICs then have none of their own. */
  instanceSecurityAttributes: v.nullable(attributeSet),
  /** `null` when the VNIC attachments of its compartment could not be read. */
  vnics: v.nullable(readOnlyArray(unpooledVnicSchema)),
});
export type UnpooledNodeItem = v.InferOutput<typeof unpooledNodeSchema>;

/** `GET /api/clusters/{id}/nodes`: the same for each pool of a cluster, and its nodes that stand in no pool. */
export const clusterNodesSchema = v.object({
  reading: nodeReadingSchema,
  /** Only pools that were read, each at a time of its own. */
  pools: readOnlyArray(v.object({ nodePoolId: v.string(), readAt: v.string(), counts: v.nullable(nodeCountsSchema) })),
  /** `null` when nobody asked for them yet. */
  unpooled: v.nullable(readOnlyArray(unpooledNodeSchema)),
  /** How the cluster's own list of Nodes was read, by which those in no pool are told. */
  nodeList: v.nullable(
    v.variant("state", [
      v.object({ state: v.literal("read"), count: v.number(), isComplete: v.boolean() }),
      v.object({ state: v.literal("unread"), code: v.string(), message: v.string() }),
    ]),
  ),
});
export type ClusterNodes = v.InferOutput<typeof clusterNodesSchema>;
