import * as v from "valibot";
import { bodyOf, checkIfMatch, find, isoTime, pathParameter, type Call } from "@/emulator/core/call";
import type { Stored } from "@/emulator/core/collection";
import { conflict, invalidParameter, notAuthorizedOrNotFound } from "@/emulator/core/errors";
import { arrayAnswer, listOfCompartment } from "@/emulator/core/listing";
import { members } from "@/emulator/core/members";
import type { Answer } from "@/emulator/core/operation";
import { checkedSecurityAttributes } from "@/emulator/core/security-attribute-rules";
import { tagMembers } from "@/emulator/core/tags";
import type { NodePool } from "@/emulator/core/tenancy";
import { startWorkRequest, WorkRequestFailure, type Work } from "@/emulator/core/work-requests";
import { checkEligible } from "@/emulator/services/clusters";
import { launchNode, terminateNode } from "@/emulator/services/node-launch";
import { securityAttributesFromWire } from "@/lib/zpr/security-attributes";

const secondaryVnic = v.looseObject({
  createVnicDetails: v.looseObject({ subnetId: v.string(), securityAttributes: v.optional(v.unknown()) }),
});

const label = v.object({
  key: v.exactOptional(v.nullable(v.string())),
  value: v.exactOptional(v.nullable(v.string())),
});

const updateNodePoolDetails = v.object({
  ...tagMembers,
  name: v.nullish(v.string()),
  kubernetesVersion: v.nullish(v.string()),
  initialNodeLabels: v.nullish(v.array(label)),
  nodePoolCyclingDetails: v.nullish(v.looseObject({ isNodeCyclingEnabled: v.nullish(v.boolean()) })),
  primaryVnic: v.nullish(v.looseObject({ securityAttributes: v.optional(v.unknown()) })),
  secondaryVnics: v.nullish(v.array(secondaryVnic)),
});
type SecondaryVnic = v.InferOutput<typeof secondaryVnic>;

export function listNodePools(call: Call): Answer {
  const nodePools = listOfCompartment(call, call.region.nodePools, ["clusterId", "name", "lifecycleState"]);
  return arrayAnswer(call, nodePools.map(summary));
}

export function getNodePool(call: Call): Answer {
  const { value, etag } = find(call, call.region.nodePools, pathParameter(call, "nodePoolId"));
  return { body: value, etag };
}

/**
 * Changes the pool's settings; nodes that run keep what they were launched with.
 * https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengusingzpr.htm
 */
export function updateNodePool(call: Call): Answer {
  const { value: nodePool } = findIdleNodePool(call);
  const { primaryVnic, secondaryVnics, nodePoolCyclingDetails, ...details } = bodyOf(call, updateNodePoolDetails);
  const cluster = call.region.clusters.get(nodePool.clusterId ?? "")?.value;
  if (cluster === undefined) throw notAuthorizedOrNotFound();

  const primary = checkedPrimary(call, nodePool, primaryVnic?.securityAttributes);
  const secondary = secondaryVnics == null ? undefined : checkedSecondary(call, nodePool, secondaryVnics);
  for (const map of [primary, ...(secondary ?? []).map((vnic) => vnic.createVnicDetails.securityAttributes)]) {
    checkEligible(cluster, map ?? undefined);
  }
  const isCycling = nodePoolCyclingDetails?.isNodeCyclingEnabled === true;
  if (isCycling && cluster.type !== "ENHANCED_CLUSTER")
    throw invalidParameter("Node cycling requires an enhanced cluster.");

  return startNodePoolWork(call, nodePool, isCycling ? "NODEPOOL_CYCLING" : "NODEPOOL_UPDATE", (present, at) => {
    const next: NodePool = {
      ...present,
      ...members(details),
      ...(primary !== undefined && { primaryVnic: { ...present.primaryVnic, securityAttributes: primary } }),
      ...(secondary !== undefined && !isLegacy(present) && { secondaryVnics: secondary }),
    };
    return isCycling
      ? replaceNodes(
          call,
          next,
          (next.nodes ?? []).map(({ id }) => id ?? ""),
          true,
          at,
        )
      : next;
  });
}

/** Takes a node away; unless the pool is to shrink, a new one is launched with the pool's present settings. */
export function deleteNode(call: Call): Answer {
  const { value: nodePool } = findIdleNodePool(call);
  const nodeId = pathParameter(call, "nodeId");
  if (nodePool.nodes?.some(({ id }) => id === nodeId) !== true) throw notAuthorizedOrNotFound();
  const isReplaced = call.query.get("isDecrementSize") === "false";
  return startNodePoolWork(call, nodePool, "NODEPOOL_UPDATE", (present, at) =>
    replaceNodes(call, present, [nodeId], isReplaced, at),
  );
}

function checkedPrimary(call: Call, nodePool: NodePool, securityAttributes: unknown) {
  const present = nodePool.primaryVnic?.securityAttributes;
  return checkedSecurityAttributes(call, present, securityAttributes, call.tenancy.settings.vnicCap);
}

/** The list is replaced as a whole, and all its entries must carry the same set. */
function checkedSecondary(call: Call, nodePool: NodePool, wanted: readonly SecondaryVnic[]) {
  const sets = new Set(wanted.map((vnic) => comparable(vnic.createVnicDetails.securityAttributes)));
  if (sets.size > 1)
    throw invalidParameter("All secondary VNICs of a node pool must have the same security attributes.");
  return wanted.map((vnic, index) => {
    const { securityAttributes, ...rest } = vnic.createVnicDetails;
    const present = nodePool.secondaryVnics?.[index]?.createVnicDetails.securityAttributes;
    const checked = checkedSecurityAttributes(call, present, securityAttributes, call.tenancy.settings.vnicCap);
    return { ...vnic, createVnicDetails: { ...rest, ...(checked !== undefined && { securityAttributes: checked }) } };
  });
}

function comparable(securityAttributes: unknown): string {
  const entries = securityAttributesFromWire(securityAttributes);
  return entries
    .map(({ namespace, key, value, mode }) => JSON.stringify([namespace.toLowerCase(), key.toLowerCase(), value, mode]))
    .toSorted()
    .join();
}

/** Made with the older pod-networking members: there is no slot for secondary VNICs, and an update stores none. */
function isLegacy(nodePool: NodePool): boolean {
  const podNetwork = nodePool.nodeConfigDetails?.nodePoolPodNetworkOptionDetails;
  const podSubnetIds = podNetwork != null && "podSubnetIds" in podNetwork ? podNetwork.podSubnetIds : null;
  return (podSubnetIds ?? []).length > 0 && (nodePool.secondaryVnics ?? []).length === 0;
}

function replaceNodes(
  call: Call,
  nodePool: NodePool,
  nodeIds: readonly string[],
  isReplaced: boolean,
  at: number,
): NodePool {
  return nodeIds.reduce((pool, nodeId) => {
    const old = pool.nodes?.find(({ id }) => id === nodeId);
    if (old === undefined) return pool;
    terminateNode(call, nodeId);
    const rest = (pool.nodes ?? []).filter(({ id }) => id !== nodeId);
    return { ...pool, nodes: isReplaced ? [...rest, launchNode(call, pool, old, isoTime(at))] : rest };
  }, nodePool);
}

/** Its lifecycle state says whether a work request is under way. */
function findIdleNodePool(call: Call): Stored<NodePool> {
  const id = pathParameter(call, "nodePoolId");
  const stored = find(call, call.region.nodePools, id);
  const { lifecycleState } = stored.value;
  checkIfMatch(call, stored);
  if (lifecycleState !== "ACTIVE" && lifecycleState !== "NEEDS_ATTENTION") {
    throw conflict(`Node pool ${id} is in state ${lifecycleState ?? "unknown"}.`);
  }
  return stored;
}

function startNodePoolWork(
  call: Call,
  nodePool: NodePool,
  operationType: string,
  change: (nodePool: NodePool, at: number) => NodePool,
): Answer {
  const { nodePools } = call.region;
  const id = nodePool.id ?? "";
  const stateBefore = nodePool.lifecycleState ?? "ACTIVE";
  const amend = (next: NodePool) => void nodePools.amend(next);
  const present = () => nodePools.get(id)?.value ?? nodePool;
  const work: Work = {
    kind: "container-engine",
    operationType,
    compartmentId: nodePool.compartmentId ?? "",
    resources: [{ entityType: "nodepool", identifier: id, actionType: "UPDATED" }],
    apply(at) {
      const knownFailures = new Set(failingNodes(present()).map((node) => node.id));
      amend({ ...change(present(), at), lifecycleState: stateBefore });
      const failed = failingNodes(present()).find((node) => !knownFailures.has(node.id));
      if (failed === undefined) return;
      amend({ ...present(), lifecycleState: "NEEDS_ATTENTION" });
      throw new WorkRequestFailure("InvalidParameter", `A node was not launched: ${failed.nodeError?.message ?? ""}`);
    },
    release: () => amend({ ...present(), lifecycleState: stateBefore }),
  };
  nodePools.put({ ...nodePool, lifecycleState: "UPDATING" });
  return { status: 202, opcWorkRequestId: startWorkRequest(call, work) };
}

/** Nodes that did not come up; the pool's own list of them. */
function failingNodes(nodePool: NodePool | undefined) {
  return (nodePool?.nodes ?? []).filter(({ lifecycleState }) => lifecycleState === "FAILING");
}

function summary({ nodes: _nodes, nodeMetadata: _metadata, ...rest }: NodePool) {
  return rest;
}
