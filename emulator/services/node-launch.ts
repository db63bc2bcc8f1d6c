import type { Call } from "@/emulator/core/call";
import { newOcid } from "@/emulator/core/ocid";
import { definitionOf } from "@/emulator/core/security-attribute-rules";
import type { NodePool, PoolNode, Vnic } from "@/emulator/core/tenancy";
import { securityAttributesFromWire } from "@/lib/zpr/security-attributes";

type Secondary = NonNullable<NodePool["secondaryVnics"]>[number];
type VnicPlan = Pick<Vnic, "subnetId" | "securityAttributes" | "isPrimary" | "displayName"> & {
  readonly nicIndex: number;
};

/**
 * Launches a node in place of `old` with the pool's present settings: an instance, its VNICs, their attachments and
 * private addresses. A pool that carries an attribute that no longer exists gets a node with a `nodeError` instead.
 */
export function launchNode(call: Call, nodePool: NodePool, old: PoolNode, time: string): PoolNode {
  const { region } = call;
  const id = newOcid("instance", region.regionName);
  const message = missingAttribute(call, nodePool);
  if (message !== null) return failedNode(old, id, message);
  const compartmentId = nodePool.compartmentId ?? "";
  const name = `oke-${id.slice(-11)}`;
  const availabilityDomain = old.availabilityDomain ?? region.availabilityDomains[0] ?? "";
  const systemTags = {
    "orcl-containerengine": { Cluster: nodePool.clusterId ?? "", NodePool: nodePool.id ?? "" },
  };
  region.instances.put({
    id,
    compartmentId,
    availabilityDomain,
    displayName: name,
    faultDomain: old.faultDomain ?? null,
    lifecycleState: "RUNNING",
    region: region.regionName,
    shape: nodePool.nodeShape ?? "",
    securityAttributes: {},
    securityAttributesState: "STABLE",
    timeCreated: time,
    freeformTags: nodePool.freeformTags ?? {},
    definedTags: nodePool.definedTags ?? {},
    systemTags,
  });
  const plans = [primaryPlan(nodePool, old, name), ...(nodePool.secondaryVnics ?? []).map(secondaryPlan)];
  const [primary] = plans.map((plan) => attachVnic(call, { id, compartmentId, availabilityDomain, time }, plan));
  return {
    ...old,
    id,
    name,
    nodePoolId: nodePool.id ?? null,
    kubernetesVersion: nodePool.kubernetesVersion ?? old.kubernetesVersion ?? null,
    privateIp: primary?.privateIp ?? null,
    publicIp: null,
    nodeError: null,
    lifecycleState: "ACTIVE",
    lifecycleDetails: null,
  };
}

/** Takes a node's instance, VNICs, attachments and addresses away. */
export function terminateNode(call: Call, nodeId: string): void {
  const { instances, vnicAttachments, vnics, privateIps } = call.region;
  const attached = vnicAttachments.list().filter(({ instanceId }) => instanceId === nodeId);
  for (const attachment of attached) {
    vnicAttachments.put({ ...attachment, lifecycleState: "DETACHED" });
    vnics.remove(attachment.vnicId ?? "");
    for (const privateIp of privateIps.list()) {
      if (privateIp.vnicId === attachment.vnicId) privateIps.remove(privateIp.id ?? "");
    }
  }
  const instance = instances.get(nodeId)?.value;
  if (instance !== undefined) instances.put({ ...instance, lifecycleState: "TERMINATED" });
}

function failedNode(old: PoolNode, id: string, message: string): PoolNode {
  return {
    ...old,
    id,
    name: `oke-${id.slice(-11)}`,
    privateIp: null,
    publicIp: null,
    nodeError: { code: "InvalidParameter", status: "400", message },
    lifecycleState: "FAILING",
  };
}

function missingAttribute(call: Call, nodePool: NodePool): string | null {
  const maps = [
    nodePool.primaryVnic?.securityAttributes,
    ...(nodePool.secondaryVnics ?? []).map((vnic) => vnic.createVnicDetails.securityAttributes),
  ];
  const missing = maps.flatMap(securityAttributesFromWire).find((entry) => {
    const state = definitionOf(call, entry)?.attribute.lifecycleState ?? "DELETED";
    return state === "DELETED" || state === "DELETING";
  });
  return missing === undefined ? null : `Invalid tags: ${missing.namespace}.${missing.key}`;
}

function primaryPlan(nodePool: NodePool, old: PoolNode, displayName: string): VnicPlan {
  return {
    subnetId: old.subnetId ?? null,
    displayName,
    isPrimary: true,
    nicIndex: 0,
    securityAttributes: nodePool.primaryVnic?.securityAttributes ?? {},
  };
}

function secondaryPlan({ createVnicDetails, displayName, nicIndex }: Secondary): VnicPlan {
  return {
    subnetId: createVnicDetails.subnetId,
    displayName: displayName ?? createVnicDetails.displayName ?? null,
    isPrimary: false,
    nicIndex: nicIndex ?? 0,
    securityAttributes: createVnicDetails.securityAttributes ?? {},
  };
}

type Host = {
  readonly id: string;
  readonly compartmentId: string;
  readonly availabilityDomain: string;
  readonly time: string;
};

function attachVnic(call: Call, host: Host, { nicIndex, ...plan }: VnicPlan): Vnic {
  const { region } = call;
  const shared = {
    compartmentId: host.compartmentId,
    availabilityDomain: host.availabilityDomain,
    displayName: plan.displayName ?? null,
    subnetId: plan.subnetId ?? null,
    timeCreated: host.time,
  };
  const vnicId = newOcid("vnic", region.regionName);
  const privateIp = freeAddress(call, plan.subnetId ?? "");
  const { value } = region.vnics.put({
    ...shared,
    ...plan,
    id: vnicId,
    lifecycleState: "AVAILABLE",
    privateIp,
    nsgIds: [],
  });
  const attachmentId = newOcid("vnicattachment", region.regionName);
  region.vnicAttachments.put({
    ...shared,
    id: attachmentId,
    instanceId: host.id,
    vnicId,
    nicIndex,
    lifecycleState: "ATTACHED",
  });
  region.privateIps.put({
    ...shared,
    id: newOcid("privateip", region.regionName),
    vnicId,
    ipAddress: privateIp,
    isPrimary: true,
  });
  return value;
}

/** An address that no VNIC of the subnet has; the emulator reads only the first three numbers of the subnet's block. */
function freeAddress(call: Call, subnetId: string): string {
  const block = call.region.subnets.get(subnetId)?.value.cidrBlock ?? "10.255.0.0/16";
  const prefix = block.split(".").slice(0, 3).join(".");
  const taken = new Set(call.region.vnics.list().map(({ privateIp }) => privateIp));
  const hosts = Array.from({ length: 252 }, (_, index) => `${prefix}.${index + 2}`);
  return hosts.find((address) => !taken.has(address)) ?? `${prefix}.254`;
}
