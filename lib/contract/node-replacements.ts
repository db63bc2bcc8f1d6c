import * as v from "valibot";
import { nodeCountsSchema } from "@/lib/contract/nodes";
import { readOnlyArray } from "@/lib/contract/read-only-array";
import { workRequestSchema } from "@/lib/contract/work-request";
import { cyclingProblem, replacementMethods } from "@/lib/oke/node-replacement";
import { statementPresences, type NodeJoinStatements } from "@/lib/zpr/node-join-statements";

/** The least a reason must have to be one. */
export const shortestReason = 10;
export const longestReason = 500;

const nodePoolId = v.pipe(v.string(), v.nonEmpty("The node pool's OCID is missing"));

/** Body of `POST /api/node-replacements/preview`. */
export const previewNodeReplacementDetailsSchema = v.object({ nodePoolId });

const nodeOfReviewSchema = v.object({
  id: v.string(),
  name: v.string(),
  lifecycleState: v.string(),
  /** Whether it carries the present set; `null` when its VNICs were not read. */
  isInStep: v.nullable(v.boolean()),
});

const foundStatementSchema = v.object({ policyId: v.string(), policyName: v.string(), statement: v.string() });

export const nodeJoinStatementsSchema: v.GenericSchema<NodeJoinStatements> = v.object({
  state: v.picklist(["present", "missing", "unknown", "not-needed"]),
  statements: readOnlyArray(
    v.object({
      code: v.picklist(["nodes-to-all-endpoints", "all-endpoints-to-nodes", "nodes-to-osn-services"]),
      presence: v.picklist(statementPresences),
      statement: v.nullable(v.string()),
      evidence: v.string(),
      found: v.nullable(foundStatementSchema),
    }),
  ),
});

/** Answer of `POST /api/node-replacements/preview`: what would be replaced and how, from a fresh read of the pool. */
export const nodeReplacementPreviewSchema = v.object({
  nodePoolId: v.string(),
  nodePoolName: v.string(),
  etag: v.string(),
  method: v.picklist(replacementMethods),
  nodes: readOnlyArray(nodeOfReviewSchema),
  evictionGrace: v.object({ minutes: v.nullable(v.number()), isForced: v.boolean() }),
  /** The policies that let nodes join, without which a replacement may never come up. */
  nodeJoin: nodeJoinStatementsSchema,
  /** Attributes of the pool that no longer exist, so that launching a node may fail. */
  deletedAttributes: readOnlyArray(v.string()),
  /** Those that are being deleted: they still exist, and nodes that are launched later may fail. */
  deletingAttributes: readOnlyArray(v.string()),
  /** The Kubernetes label that cycling changes; `null` for the other method. */
  labelKey: v.nullable(v.string()),
});
export type NodeReplacementPreview = v.InferOutput<typeof nodeReplacementPreviewSchema>;

const reason = v.pipe(
  v.string(),
  v.trim(),
  v.minLength(shortestReason, `The reason has at least ${shortestReason} characters`),
  v.maxLength(longestReason, `The reason has at most ${longestReason} characters`),
);

/** Body of `POST /api/node-replacements`. */
export const createNodeReplacementDetailsSchema = v.pipe(
  v.object({
    nodePoolId,
    /** Of the pool as the review showed it. */
    etag: v.string(),
    /** The nodes of the review. */
    nodeIds: v.pipe(v.array(v.string()), v.minLength(1, "There is no node to replace"), v.readonly()),
    maximumSurge: v.string(),
    maximumUnavailable: v.string(),
    /** Why nodes are replaced although the policies that let them join were not found; `null` when they were. */
    overrideReason: v.nullable(reason),
  }),
  v.forward(
    v.check(
      ({ maximumSurge, maximumUnavailable }) =>
        cyclingProblem(maximumSurge, maximumUnavailable)?.field !== "maximumSurge",
      "Give a number of nodes or a percentage; surge and unavailable cannot both be 0.",
    ),
    ["maximumSurge"],
  ),
  v.forward(
    v.check(
      ({ maximumSurge, maximumUnavailable }) =>
        cyclingProblem(maximumSurge, maximumUnavailable)?.field !== "maximumUnavailable",
      "Give a number of nodes, or a percentage such as 25%.",
    ),
    ["maximumUnavailable"],
  ),
);
export type CreateNodeReplacementDetails = v.InferOutput<typeof createNodeReplacementDetailsSchema>;

/**
 * `replacing` nodes go and come; `stuck` a node has not come up for too long, and the rest waits; `reading-back` all were
 * replaced and their VNICs are read; `verified` every node carries the present set; `not-applied` all were replaced and
 * not every node carries it; `stopped` a person ended it between two nodes; `unknown` it could not be followed to its end.
 */
export const nodeReplacementStates = [
  "sending",
  "replacing",
  "stuck",
  "reading-back",
  "verified",
  "not-applied",
  "stopped",
  "failed",
  "unknown",
] as const;

/** `gone` none is ready in its place; `kept` it was not replaced and will not be, because what went before it ended the replacement. */
export const replacedNodeStates = ["waiting", "leaving", "gone", "replaced", "kept"] as const;

const replacedNodeSchema = v.object({
  id: v.string(),
  name: v.string(),
  state: v.picklist(replacedNodeStates),
});
export type ReplacedNode = v.InferOutput<typeof replacedNodeSchema>;

const newNodeSchema = v.object({
  id: v.nullable(v.string()),
  name: v.string(),
  lifecycleState: v.string(),
  /** When it was first seen. */
  since: v.string(),
});
export type NewNode = v.InferOutput<typeof newNodeSchema>;

export const nodeReplacementSchema = v.object({
  id: v.string(),
  nodePoolId: v.string(),
  nodePoolName: v.string(),
  region: v.string(),
  clusterId: v.nullable(v.string()),
  method: v.picklist(replacementMethods),
  state: v.picklist(nodeReplacementStates),
  isFinished: v.boolean(),
  /** A person asked it to stop after the node that is being replaced. */
  isStopping: v.boolean(),
  /** The nodes that are to go, in order. */
  nodes: readOnlyArray(replacedNodeSchema),
  /** Nodes that came since it began. */
  newNodes: readOnlyArray(newNodeSchema),
  overrideReason: v.nullable(v.string()),
  startedAt: v.string(),
  finishedAt: v.nullable(v.string()),
  /** One sentence on where it stands. */
  message: v.string(),
  error: v.nullable(v.object({ code: v.string(), message: v.string(), opcRequestId: v.nullable(v.string()) })),
  workRequest: v.nullable(workRequestSchema),
  /** What a reading afterwards showed; `null` before it. */
  counts: v.nullable(nodeCountsSchema),
});
export type NodeReplacement = v.InferOutput<typeof nodeReplacementSchema>;
export type NodeReplacementState = NodeReplacement["state"];

/** Answer of `GET /api/node-replacements`: since the console started, newest first. */
export const listNodeReplacementsResponseSchema = v.object({ items: readOnlyArray(nodeReplacementSchema) });
export type ListNodeReplacementsResponse = v.InferOutput<typeof listNodeReplacementsResponseSchema>;
