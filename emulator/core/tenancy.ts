import type * as containerengine from "oci-containerengine";
import type * as core from "oci-core";
import type * as filestorage from "oci-filestorage";
import type * as identity from "oci-identity";
import type * as loadbalancer from "oci-loadbalancer";
import type * as networkloadbalancer from "oci-networkloadbalancer";
import type * as securityattribute from "oci-securityattribute";
import type * as zpr from "oci-zpr";
import { createTenancyClock, type TenancyClock } from "@/emulator/core/clock";
import { createCollection, type Collection } from "@/emulator/core/collection";
import { createFaults, type Faults } from "@/emulator/core/faults";
import { createRequestLog, type RequestLog } from "@/emulator/core/request-log";
import { createRetryTokens, type RetryTokens } from "@/emulator/core/retry-tokens";
import { defaultSettings, type TenancySettings } from "@/emulator/core/settings";
import type { WorkRequestRecord } from "@/emulator/core/work-request-record";
import { createKubernetesState, type KubernetesState } from "@/emulator/kubernetes/objects";
import type { RegionSeed, TenancySeed, UserSeed } from "@/emulator/seed";
import type { Wire } from "@/emulator/wire";

export type Cluster = Wire<containerengine.models.Cluster>;
export type NodePool = Wire<containerengine.models.NodePool>;
export type PoolNode = Wire<containerengine.models.Node>;
export type VirtualNodePool = Wire<containerengine.models.VirtualNodePool>;
export type Addon = Wire<containerengine.models.Addon>;
/** An add-on has no id of its own; the emulator keeps it under `clusterId/name`. */
export type AddonRecord = { readonly id: string; readonly clusterId: string; readonly addon: Addon };
export type Vcn = Wire<core.models.Vcn>;
export type Subnet = Wire<core.models.Subnet>;
export type LocalPeeringGateway = Wire<core.models.LocalPeeringGateway>;
export type DrgAttachment = Wire<core.models.DrgAttachment>;
export type Instance = Wire<core.models.Instance>;
export type VnicAttachment = Wire<core.models.VnicAttachment>;
export type Vnic = Wire<core.models.Vnic>;
export type PrivateIp = Wire<core.models.PrivateIp>;
export type LoadBalancer = Wire<loadbalancer.models.LoadBalancer>;
export type NetworkLoadBalancer = Wire<networkloadbalancer.models.NetworkLoadBalancer>;
export type MountTarget = Wire<filestorage.models.MountTarget>;
export type FileSystem = Wire<filestorage.models.FileSystem>;
export type Compartment = Wire<identity.models.Compartment>;
export type SecurityAttributeNamespace = Wire<securityattribute.models.SecurityAttributeNamespace>;
export type SecurityAttribute = Wire<securityattribute.models.SecurityAttribute>;
export type ZprConfiguration = Wire<zpr.models.Configuration>;
export type IamPolicy = Wire<identity.models.Policy>;
export type ZprPolicy = Wire<zpr.models.ZprPolicy>;

export type RegionState = {
  readonly regionName: string;
  readonly regionKey: string;
  readonly isHomeRegion: boolean;
  readonly availabilityDomains: readonly string[];
  readonly clusters: Collection<Cluster>;
  readonly nodePools: Collection<NodePool>;
  readonly virtualNodePools: Collection<VirtualNodePool>;
  readonly addons: Collection<AddonRecord>;
  readonly vcns: Collection<Vcn>;
  readonly subnets: Collection<Subnet>;
  readonly localPeeringGateways: Collection<LocalPeeringGateway>;
  readonly drgAttachments: Collection<DrgAttachment>;
  readonly instances: Collection<Instance>;
  readonly vnicAttachments: Collection<VnicAttachment>;
  readonly vnics: Collection<Vnic>;
  readonly privateIps: Collection<PrivateIp>;
  readonly loadBalancers: Collection<LoadBalancer>;
  readonly networkLoadBalancers: Collection<NetworkLoadBalancer>;
  readonly mountTargets: Collection<MountTarget>;
  readonly fileSystems: Collection<FileSystem>;
  readonly workRequests: Collection<WorkRequestRecord>;
  readonly kubernetes: KubernetesState;
};

/** The one listener for the Kubernetes APIs of all clusters of all tenancies. */
export type KubernetesListener = {
  /** `https://127.0.0.1:PORT`, without a slash at the end. */
  readonly url: string;
  /** PEM. */
  readonly certificateAuthority: string;
};

/** Everything one tenancy is: its resources, its clock, and what a test has asked of it. */
export type TenancyState = {
  /** Its OCID. */
  readonly id: string;
  readonly seedName: string;
  readonly tenancy: TenancySeed["tenancy"];
  readonly users: readonly UserSeed[];
  readonly defaultPageSize: number;
  readonly compartments: Collection<Compartment>;
  readonly namespaces: Collection<SecurityAttributeNamespace>;
  readonly securityAttributes: Collection<SecurityAttribute>;
  /** At most one. */
  readonly zprConfigurations: Collection<ZprConfiguration>;
  readonly zprPolicies: Collection<ZprPolicy>;
  /** Policies of Identity: who may do what. The emulator lists them and does not obey them. */
  readonly iamPolicies: Collection<IamPolicy>;
  readonly regions: readonly RegionState[];
  readonly homeRegion: RegionState;
  readonly clock: TenancyClock;
  readonly faults: Faults;
  readonly requests: RequestLog;
  readonly retryTokens: RetryTokens;
  settings: TenancySettings;
  /** Where the emulated Kubernetes APIs are. */
  readonly kubernetesApi: KubernetesListener;
};

/** Makes a tenancy's state from its seed. `realNow` gives ms since 1970. Throws when the seed has no home region. */
export function createTenancy(
  seed: TenancySeed,
  realNow: () => number,
  kubernetesApi: KubernetesListener,
): TenancyState {
  const regions = seed.regions.map(createRegion);
  const homeRegion = regions.find((region) => region.isHomeRegion);
  const id = seed.tenancy.id;
  if (homeRegion === undefined || id === null || id === undefined) {
    throw new Error(`Seed ${seed.name} needs a home region and a tenancy OCID`);
  }
  return {
    id,
    seedName: seed.name,
    tenancy: seed.tenancy,
    users: seed.users,
    defaultPageSize: seed.defaultPageSize,
    compartments: createCollection(seed.compartments),
    namespaces: createCollection(seed.securityAttributeNamespaces),
    securityAttributes: createCollection(seed.securityAttributes),
    zprConfigurations: createCollection(seed.zprConfiguration === null ? [] : [seed.zprConfiguration]),
    zprPolicies: createCollection(seed.zprPolicies),
    iamPolicies: createCollection(seed.iamPolicies ?? []),
    regions,
    homeRegion,
    clock: createTenancyClock(realNow),
    faults: createFaults(),
    requests: createRequestLog(),
    retryTokens: createRetryTokens(),
    settings: settingsOf(seed),
    kubernetesApi,
  };
}

/** Who may do what in Kubernetes stands in the seed with the users and the clusters, and then in the settings. */
function settingsOf(seed: TenancySeed): TenancySettings {
  return {
    ...defaultSettings,
    kubernetesRefusals: seed.users.flatMap(({ name, kubernetesRefusals }) =>
      kubernetesRefusals.map((refusal) => ({ user: name, ...refusal })),
    ),
    kubernetesAccess: seed.regions.flatMap(({ kubernetes }) =>
      kubernetes.map(({ clusterId, access }) => ({ clusterId, access })),
    ),
  };
}

function createRegion(seed: RegionSeed): RegionState {
  return {
    regionName: seed.regionName,
    regionKey: seed.regionKey,
    isHomeRegion: seed.isHomeRegion,
    availabilityDomains: seed.availabilityDomains,
    clusters: createCollection(seed.clusters),
    nodePools: createCollection(seed.nodePools),
    virtualNodePools: createCollection(seed.virtualNodePools),
    addons: createCollection(
      seed.addons.map(({ clusterId, addon }) => ({ id: `${clusterId}/${addon.name}`, clusterId, addon })),
    ),
    vcns: createCollection(seed.vcns),
    subnets: createCollection(seed.subnets),
    localPeeringGateways: createCollection(seed.localPeeringGateways),
    drgAttachments: createCollection(seed.drgAttachments),
    instances: createCollection(seed.instances),
    vnicAttachments: createCollection(seed.vnicAttachments),
    vnics: createCollection(seed.vnics),
    privateIps: createCollection(seed.privateIps),
    loadBalancers: createCollection(seed.loadBalancers),
    networkLoadBalancers: createCollection(seed.networkLoadBalancers),
    mountTargets: createCollection(seed.mountTargets),
    fileSystems: createCollection(seed.fileSystems),
    workRequests: createCollection<WorkRequestRecord>([]),
    kubernetes: createKubernetesState(seed.kubernetes),
  };
}
