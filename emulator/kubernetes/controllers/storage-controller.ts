import { invalidParameter, ServiceError } from "@/emulator/core/errors";
import { newOcid } from "@/emulator/core/ocid";
import { checkedSecurityAttributes } from "@/emulator/core/security-attribute-rules";
import type { MountTarget } from "@/emulator/core/tenancy";
import type { ClusterApi } from "@/emulator/kubernetes/cluster-api";
import { controllerCall } from "@/emulator/kubernetes/controllers/controller-call";
import { declaredFrom } from "@/emulator/kubernetes/controllers/declared";
import { recordEvent } from "@/emulator/kubernetes/controllers/events";
import {
  boundClaim,
  claimOf,
  provisioner,
  volumeName,
  volumeOf,
  type VolumeRequest,
} from "@/emulator/kubernetes/controllers/volume-objects";
import { persistentVolumeClaims, persistentVolumes, storageClasses } from "@/emulator/kubernetes/resource-types";
import type { KubernetesObject } from "@/emulator/seed";
import { fileStorageOperations } from "@/emulator/services/file-storage";

export type MadeVolume = {
  /** Null when nothing was made; the claim's events say why. */
  readonly mountTargetId: string | null;
  readonly persistentVolume: string | null;
};

/**
 * A pod's claim for a volume of a StorageClass, and what the CSI driver makes of it: mount target, file system and
 * PersistentVolume. This is the one moment at which the class's `securityAttributes` count.
 * https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcreatingpersistentvolumeclaim_Provisioning_PVCs_on_FSS.htm
 *
 * Throws 400 for a class that does not exist or is of another driver.
 */
export function createVolume(api: ClusterApi, request: VolumeRequest): MadeVolume {
  const storageClass = api.objects.get(storageClasses, null, request.storageClass);
  if (storageClass === null || storageClass["provisioner"] !== provisioner) {
    throw invalidParameter(`The cluster has no StorageClass ${request.storageClass} of ${provisioner}.`);
  }
  const now = api.tenancy.clock.now();
  const claim = api.objects.put(persistentVolumeClaims, claimOf(request, now));
  const nothing = { mountTargetId: null, persistentVolume: null };
  if (!api.tenancy.settings.hasStorageController) return nothing;
  try {
    const mountTarget = provision(api, storageClass, claim, now);
    return { mountTargetId: mountTarget.id, persistentVolume: bind(api, claim, mountTarget, now) };
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    const message = `failed to provision volume with StorageClass "${request.storageClass}": rpc error: code = InvalidArgument desc = ${error.message}`;
    recordEvent(api, claim, { type: "Warning", reason: "ProvisioningFailed", message, component: provisioner }, now);
    return nothing;
  }
}

function provision(api: ClusterApi, storageClass: KubernetesObject, claim: KubernetesObject, now: number): MountTarget {
  const parameters = parametersOf(storageClass);
  const existing = parameters.get("mountTargetOcid");
  if (existing !== undefined) {
    const found = api.region.mountTargets.get(existing)?.value;
    if (found === undefined) throw invalidParameter(`mount target ${existing} not found`);
    return found;
  }
  const subnetId = parameters.get("mountTargetSubnetOcid") ?? "";
  if (api.region.subnets.get(subnetId) === null) throw invalidParameter("mountTargetSubnetOcid names no subnet");
  const { region, cluster } = api;
  const name = volumeName(claim);
  const shared = {
    compartmentId: parameters.get("compartmentOcid") ?? cluster.compartmentId ?? "",
    availabilityDomain: region.availabilityDomains[0] ?? "",
    timeCreated: new Date(now).toISOString(),
  };
  const privateIpId = newOcid("privateip", region.regionName);
  region.privateIps.put({
    ...shared,
    id: privateIpId,
    displayName: name,
    subnetId,
    isPrimary: true,
    ipAddress: freeAddress(api, subnetId),
  });
  return region.mountTargets.put({
    ...shared,
    id: newOcid("mounttarget", region.regionName.replaceAll("-", "_")),
    displayName: name,
    exportSetId: newOcid("exportset", region.regionName.replaceAll("-", "_")),
    lifecycleDetails: "",
    lifecycleState: "ACTIVE",
    privateIpIds: [privateIpId],
    subnetId,
    nsgIds: [],
    freeformTags: {},
    definedTags: { "Oracle-Tags": { CreatedBy: cluster.id, CreatedOn: shared.timeCreated } },
    securityAttributes: attributesFor(api, parameters.get("securityAttributes"), now),
  }).value;
}

/** The file system with the driver's marks, and the volume that leads to it. */
function bind(api: ClusterApi, claim: KubernetesObject, mountTarget: MountTarget, now: number): string {
  const { region } = api;
  const name = volumeName(claim);
  const { value: fileSystem } = region.fileSystems.put({
    id: newOcid("filesystem", region.regionName.replaceAll("-", "_")),
    compartmentId: mountTarget.compartmentId,
    availabilityDomain: mountTarget.availabilityDomain ?? null,
    displayName: name,
    meteredBytes: 8192,
    lifecycleState: "ACTIVE",
    timeCreated: new Date(now).toISOString(),
    freeformTags: {
      isDeleteMountTarget: "true",
      mountTargetOCID: mountTarget.id,
      exportSetId: mountTarget.exportSetId ?? "",
    },
    definedTags: {},
  });
  const address = region.privateIps.get(mountTarget.privateIpIds[0] ?? "")?.value.ipAddress ?? "";
  api.objects.put(persistentVolumes, volumeOf(claim, `${fileSystem.id}:${address}:/${name}`));
  api.objects.put(persistentVolumeClaims, boundClaim(claim));
  return name;
}

function parametersOf(storageClass: KubernetesObject): ReadonlyMap<string, string> {
  const { parameters } = storageClass;
  if (typeof parameters !== "object" || parameters === null) return new Map();
  return new Map(Object.entries(parameters).filter((entry): entry is [string, string] => typeof entry[1] === "string"));
}

function attributesFor(api: ClusterApi, text: string | undefined, now: number) {
  if (text === undefined) return {};
  const declared = declaredFrom(text, "securityAttributes");
  if (declared.kind === "malformed") throw invalidParameter(declared.reason);
  const [operation] = fileStorageOperations;
  if (operation === undefined) throw new Error("File Storage has no operations");
  const call = controllerCall(api, { operation, pathParameters: new Map(), body: {}, now });
  const map = declared.kind === "map" ? declared.map : {};
  return checkedSecurityAttributes(call, {}, map, api.tenancy.settings.otherCap) ?? {};
}

/** The first address that is free in the first /24 of the subnet. */
function freeAddress({ region }: ClusterApi, subnetId: string): string {
  const block = region.subnets.get(subnetId)?.value.cidrBlock ?? "10.255.0.0/24";
  const start = block.split(".").slice(0, 3).join(".");
  const first = Number(block.split(/[./]/)[3] ?? "0");
  const taken = new Set(region.privateIps.list().map(({ ipAddress }) => ipAddress));
  const hosts = Array.from({ length: 250 }, (_, index) => `${start}.${first + index + 2}`);
  return hosts.find((address) => !taken.has(address)) ?? `${start}.254`;
}
