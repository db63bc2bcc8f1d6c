import * as v from "valibot";
import { bodyOf, checkIfMatch, find, pathParameter, type Call } from "@/emulator/core/call";
import type { Stored } from "@/emulator/core/collection";
import { conflict, invalidParameter, notAuthorizedOrNotFound } from "@/emulator/core/errors";
import { arrayAnswer, listOfCompartment } from "@/emulator/core/listing";
import { members } from "@/emulator/core/members";
import type { Answer } from "@/emulator/core/operation";
import { checkedSecurityAttributes } from "@/emulator/core/security-attribute-rules";
import { tagMembers } from "@/emulator/core/tags";
import type { NodePool } from "@/emulator/core/tenancy";
import { startWorkRequest, type Work } from "@/emulator/core/work-requests";
import { checkEligible } from "@/emulator/services/clusters";
import { nodeCountFrom, replaceInBatches, type ReplacementPlan } from "@/emulator/services/node-replacement";
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
  nodePoolCyclingDetails: v.nullish(
    v.looseObject({
      isNodeCyclingEnabled: v.nullish(v.boolean()),
      cycleModes: v.nullish(v.array(v.picklist(["INSTANCE_REPLACE", "BOOT_VOLUME_REPLACE"]))),
      maximumSurge: v.nullish(v.string()),
      maximumUnavailable: v.nullish(v.string()),
    }),
  ),
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

  const change = (present: NodePool): NodePool => ({
    ...present,
    ...members(details),
    ...(primary !== undefined && { primaryVnic: { ...present.primaryVnic, securityAttributes: primary } }),
    ...(secondary !== undefined && !isLegacy(present) && { secondaryVnics: secondary }),
  });
  if (!isCycling) return startNodePoolWork(call, nodePool, "NODEPOOL_UPDATE", { change });
  return startNodePoolWork(call, nodePool, "NODEPOOL_CYCLING", {
    change,
    replace: cyclingPlan(nodePool, change(nodePool), nodePoolCyclingDetails),
  });
}

type CyclingDetails = NonNullable<v.InferOutput<typeof updateNodePoolDetails>["nodePoolCyclingDetails"]>;

/** Without a change of the pool there is nothing to cycle for; the defaults are Oracle's. */
function cyclingPlan(present: NodePool, next: NodePool, details: CyclingDetails): ReplacementPlan {
  if (details.cycleModes?.includes("BOOT_VOLUME_REPLACE") === true) {
    throw invalidParameter("Only INSTANCE_REPLACE is implemented.");
  }
  const nodes = (present.nodes ?? []).filter(({ lifecycleState }) => lifecycleState !== "DELETED");
  const surge = nodeCountFrom(details.maximumSurge, nodes.length, 1, "maximumSurge");
  const unavailable = nodeCountFrom(details.maximumUnavailable, nodes.length, 0, "maximumUnavailable");
  if (surge + unavailable === 0) throw invalidParameter("maximumSurge and maximumUnavailable cannot both be 0.");
  const isChanged = JSON.stringify(present) !== JSON.stringify(next);
  const nodeIds = isChanged ? nodes.map(({ id }) => id ?? "") : [];
  return { nodePoolId: present.id ?? "", nodeIds, isReplaced: true, surge, unavailable };
}

/** Takes a node away; unless the pool is to shrink, a new one is launched with the pool's present settings. */
export function deleteNode(call: Call): Answer {
  const { value: nodePool } = findIdleNodePool(call);
  const nodeId = pathParameter(call, "nodeId");
  if (nodePool.nodes?.some(({ id }) => id === nodeId) !== true) throw notAuthorizedOrNotFound();
  const isReplaced = call.query.get("isDecrementSize") === "false";
  const replace = { nodePoolId: nodePool.id ?? "", nodeIds: [nodeId], isReplaced, surge: 0, unavailable: 1 };
  return startNodePoolWork(call, nodePool, "NODEPOOL_UPDATE", { change: (present) => present, replace });
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

/** What becomes of the pool, and of its nodes. */
type PoolWork = { readonly change: (nodePool: NodePool) => NodePool; readonly replace?: ReplacementPlan };

function startNodePoolWork(call: Call, nodePool: NodePool, operationType: string, work: PoolWork): Answer {
  const { nodePools } = call.region;
  const { change, replace } = work;
  const id = nodePool.id ?? "";
  const stateBefore = nodePool.lifecycleState ?? "ACTIVE";
  const present = () => nodePools.get(id)?.value ?? nodePool;
  const settle = () => void nodePools.amend({ ...present(), lifecycleState: stateBefore });
  const shared: Work = {
    kind: "container-engine",
    operationType,
    compartmentId: nodePool.compartmentId ?? "",
    resources: [{ entityType: "nodepool", identifier: id, actionType: "UPDATED" }],
    apply: () => void nodePools.amend({ ...change(present()), lifecycleState: stateBefore }),
    release: settle,
  };
  const steps: Work["steps"] = (started, report) => {
    nodePools.amend(change(present()));
    if (replace === undefined) return;
    replaceInBatches(call, replace, started, {
      ...report,
      finish(problem, at) {
        if (problem === null) nodePools.amend({ ...present(), lifecycleState: "ACTIVE", lifecycleDetails: null });
        report.finish(problem, at);
      },
    });
  };
  nodePools.put({ ...nodePool, lifecycleState: "UPDATING" });
  const opcWorkRequestId = startWorkRequest(call, replace === undefined ? shared : { ...shared, steps });
  return { status: 202, opcWorkRequestId };
}

function summary({ nodes: _nodes, nodeMetadata: _metadata, ...rest }: NodePool) {
  return rest;
}
