import type * as filestorage from "oci-filestorage";
import type { Cluster } from "@/emulator/seeds/builders/cluster";
import { addVolumeObjects, type Declared } from "@/emulator/seeds/builders/kubernetes";
import { cidrOf, type Subnet, takeAddress } from "@/emulator/seeds/builders/network";
import { momentOf, uuidOf } from "@/emulator/seeds/builders/ocid";
import {
  availabilityDomainOf,
  fileStorageOcid,
  regionalOcid,
  type RegionDraft,
} from "@/emulator/seeds/builders/region-draft";
import type { SecurityAttributeMap } from "@/emulator/seeds/builders/security-attributes";
import { createdBy, type DefinedTags } from "@/emulator/seeds/builders/tags";
import type { Wire } from "@/emulator/wire";

type MountTarget = Wire<filestorage.models.MountTarget>;

type MountTargetFacts = {
  readonly name: string;
  readonly compartmentId: string;
  readonly subnet: Subnet;
  readonly availabilityDomain?: number;
  readonly securityAttributes?: SecurityAttributeMap;
  readonly createdBy?: string;
  readonly systemTags?: DefinedTags;
  readonly lifecycleState?: MountTarget["lifecycleState"];
};

const addPrivateIp = (region: RegionDraft, facts: MountTargetFacts, timeCreated: string): string => {
  const id = regionalOcid(region, "privateip", `mount target ${facts.name}`);
  region.seed.privateIps.push({
    availabilityDomain: availabilityDomainOf(region, facts.availabilityDomain ?? 0),
    compartmentId: facts.compartmentId,
    definedTags: {},
    displayName: facts.name,
    freeformTags: {},
    hostnameLabel: null,
    id,
    ipAddress: takeAddress(region, facts.subnet),
    cidrPrefixLength: null,
    isPrimary: true,
    vlanId: null,
    subnetId: facts.subnet.id,
    timeCreated,
    // The VNIC behind a mount target is the service's own: nobody can read it.
    vnicId: null,
    ipState: "ASSIGNED",
    lifetime: "EPHEMERAL",
    routeTableId: null,
    ipv4SubnetCidrAtCreation: cidrOf(facts.subnet),
  });
  return id;
};

/** A mount target as somebody made it by hand. */
export function addMountTarget(region: RegionDraft, facts: MountTargetFacts): MountTarget {
  const timeCreated = momentOf(`mount target ${facts.name}`);
  const mountTarget: MountTarget = {
    availabilityDomain: availabilityDomainOf(region, facts.availabilityDomain ?? 0),
    compartmentId: facts.compartmentId,
    displayName: facts.name,
    exportSetId: fileStorageOcid(region, "exportset", facts.name),
    id: fileStorageOcid(region, "mounttarget", facts.name),
    lifecycleDetails: "",
    lifecycleState: facts.lifecycleState ?? "ACTIVE",
    privateIpIds: [addPrivateIp(region, facts, timeCreated)],
    mountTargetIpv6Ids: [],
    subnetId: facts.subnet.id,
    idmapType: "NONE",
    ldapIdmap: null,
    nsgIds: [],
    kerberos: null,
    timeBillingCycleEnd: null,
    observedThroughput: 0,
    requestedThroughput: 0,
    reservedStorageCapacity: 0,
    timeCreated,
    locks: [],
    freeformTags: {},
    definedTags: createdBy(facts.createdBy ?? `default/storage@${region.tenancyName}.example`, timeCreated),
    systemTags: facts.systemTags ?? {},
    securityAttributes: facts.securityAttributes ?? {},
  };
  region.seed.mountTargets.push(mountTarget);
  return mountTarget;
}

type FileSystemFacts = Pick<MountTargetFacts, "name" | "compartmentId" | "availabilityDomain" | "createdBy"> & {
  readonly freeformTags?: { readonly [key: string]: string };
};

/** Gives the OCID of the file system. */
export function addFileSystem(region: RegionDraft, facts: FileSystemFacts): string {
  const timeCreated = momentOf(`file system ${facts.name}`);
  const id = fileStorageOcid(region, "filesystem", facts.name);
  region.seed.fileSystems.push({
    availabilityDomain: availabilityDomainOf(region, facts.availabilityDomain ?? 0),
    meteredBytes: 8_589_934_592,
    compartmentId: facts.compartmentId,
    displayName: facts.name,
    id,
    lifecycleState: "ACTIVE",
    timeCreated,
    freeformTags: { ...facts.freeformTags },
    definedTags: createdBy(facts.createdBy ?? `default/storage@${region.tenancyName}.example`, timeCreated),
    systemTags: {},
    kmsKeyId: "",
    sourceDetails: { parentFileSystemId: "", sourceSnapshotId: "" },
    isCloneParent: false,
    isHydrated: true,
    cloneCount: 0,
    cloneAttachStatus: "DETACHED",
    locks: [],
    lifecycleDetails: "",
    isTargetable: false,
    replicationTargetId: "",
    filesystemSnapshotPolicyId: null,
    areQuotaRulesEnabled: false,
    quotaEnforcementState: "DISABLED",
    replicationSourceCount: 0,
    compartmentQuotaEnforcementState: "NOT_BLOCKED",
  });
  return id;
}

type VolumeFacts = {
  readonly cluster: Cluster;
  readonly claim: string;
  readonly subnet: Subnet;
  readonly compartmentId?: string;
  readonly securityAttributes?: SecurityAttributeMap;
  /** The StorageClass's parameter as it is now, where the class was made anew since. */
  readonly declared?: Declared;
};

/** A volume of the CSI driver: mount target and file system of one name, the marks on the file system only. */
export function addCsiVolume(region: RegionDraft, facts: VolumeFacts): MountTarget {
  const claimUid = uuidOf(`${facts.cluster.id}/${facts.claim}`);
  const name = `csi-fss-${claimUid}`;
  const compartmentId = facts.compartmentId ?? facts.cluster.compartmentId;
  const mountTarget = addMountTarget(region, {
    name,
    compartmentId,
    subnet: facts.subnet,
    createdBy: facts.cluster.id,
    ...(facts.securityAttributes !== undefined && { securityAttributes: facts.securityAttributes }),
  });
  const fileSystemId = addFileSystem(region, {
    name,
    compartmentId,
    createdBy: facts.cluster.id,
    freeformTags: {
      isDeleteMountTarget: "true",
      mountTargetOCID: mountTarget.id,
      exportSetId: mountTarget.exportSetId ?? "",
    },
  });
  const privateIp = region.seed.privateIps.find(({ id }) => id === mountTarget.privateIpIds[0]);
  addVolumeObjects(region, {
    cluster: facts.cluster,
    claim: facts.claim,
    volumeName: name,
    claimUid,
    fileSystemId,
    ipAddress: privateIp?.ipAddress ?? "",
    subnetId: facts.subnet.id,
    availabilityDomain: mountTarget.availabilityDomain ?? "",
    stored: facts.securityAttributes,
    declared: facts.declared,
  });
  return mountTarget;
}
