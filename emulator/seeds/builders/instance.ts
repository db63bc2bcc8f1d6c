import type * as core from "oci-core";
import { momentOf } from "@/emulator/seeds/builders/ocid";
import { regionalOcid, type RegionDraft } from "@/emulator/seeds/builders/region-draft";
import type { SecurityAttributeMap } from "@/emulator/seeds/builders/security-attributes";
import { createdBy, type DefinedTags } from "@/emulator/seeds/builders/tags";
import type { Wire } from "@/emulator/wire";

export type Instance = Wire<core.models.Instance>;

export type InstanceFacts = {
  readonly displayName: string;
  readonly compartmentId: string;
  readonly availabilityDomain: string;
  readonly faultDomain: string;
  readonly shape: string;
  readonly imageName: string;
  readonly createdBy: string;
  readonly systemTags: DefinedTags;
  readonly metadata: { readonly [key: string]: string };
  readonly lifecycleState?: Instance["lifecycleState"];
  /** Attributes set on the instance itself; then its VNICs have none of their own. */
  readonly securityAttributes?: SecurityAttributeMap;
  readonly securityAttributesState?: "STABLE" | "UPDATING";
  /** ISO; follows from its name when not said. */
  readonly timeCreated?: string;
  readonly freeformTags?: { readonly [key: string]: string };
};

const launchOptions: NonNullable<Instance["launchOptions"]> = {
  bootVolumeType: "PARAVIRTUALIZED",
  firmware: "UEFI_64",
  networkType: "PARAVIRTUALIZED",
  remoteDataVolumeType: "PARAVIRTUALIZED",
  isPvEncryptionInTransitEnabled: false,
  isConsistentVolumeNamingEnabled: true,
};

export function addInstance(region: RegionDraft, facts: InstanceFacts): Instance & { readonly displayName: string } {
  const id = regionalOcid(region, "instance", `${facts.createdBy}/${facts.displayName}`);
  const imageId = regionalOcid(region, "image", facts.imageName);
  const timeCreated = facts.timeCreated ?? momentOf(id);
  const instance = {
    availabilityDomain: facts.availabilityDomain,
    capacityReservationId: null,
    compartmentId: facts.compartmentId,
    placementConstraintDetails: null,
    isAIEnterpriseEnabled: null,
    clusterPlacementGroupId: null,
    dedicatedVmHostId: null,
    definedTags: createdBy(facts.createdBy, timeCreated),
    securityAttributes: facts.securityAttributes ?? {},
    securityAttributesState: facts.securityAttributesState ?? "STABLE",
    displayName: facts.displayName,
    extendedMetadata: {},
    faultDomain: facts.faultDomain,
    freeformTags: facts.freeformTags ?? {},
    id,
    imageId,
    ipxeScript: null,
    launchMode: "PARAVIRTUALIZED",
    launchOptions,
    instanceOptions: { areLegacyImdsEndpointsDisabled: true },
    availabilityConfig: { isLiveMigrationPreferred: null, recoveryAction: "RESTORE_INSTANCE" },
    preemptibleInstanceConfig: null,
    lifecycleState: facts.lifecycleState ?? "RUNNING",
    metadata: { ...facts.metadata },
    region: region.place.ocidRegion,
    shape: facts.shape,
    shapeConfig: {
      ocpus: 4,
      memoryInGBs: 32,
      networkingBandwidthInGbps: 4,
      maxVnicAttachments: 4,
      gpus: 0,
      localDisks: 0,
    },
    isCrossNumaNode: false,
    sourceDetails: { sourceType: "image", imageId, bootVolumeSizeInGBs: null, kmsKeyId: null },
    systemTags: facts.systemTags,
    timeCreated,
    agentConfig: {
      isMonitoringDisabled: false,
      isManagementDisabled: false,
      areAllPluginsDisabled: false,
      pluginsConfig: null,
    },
    timeMaintenanceRebootDue: null,
    platformConfig: null,
    instanceConfigurationId: null,
    licensingConfigs: null,
  } satisfies Instance;
  region.seed.instances.push(instance);
  return instance;
}
