import type * as containerengine from "oci-containerengine";
import { type Subnet, type Vcn, takeAddress } from "@/emulator/seeds/builders/network";
import { momentOf } from "@/emulator/seeds/builders/ocid";
import { regionalOcid, type RegionDraft } from "@/emulator/seeds/builders/region-draft";
import type { SecurityAttributeMap } from "@/emulator/seeds/builders/security-attributes";
import { createdBy } from "@/emulator/seeds/builders/tags";
import { userOf } from "@/emulator/seeds/builders/tenancy";
import type { Wire } from "@/emulator/wire";

/** OCI answers clusters with their id, so ours have one too. */
export type Cluster = Wire<containerengine.models.Cluster> & {
  readonly id: string;
  readonly compartmentId: string;
  readonly name: string;
};

export type ClusterFacts = {
  readonly name: string;
  readonly compartmentId: string;
  readonly vcn: Vcn;
  /** Where the Kubernetes API endpoint is; `null` for a cluster whose endpoint is not in the customer's VCN. */
  readonly endpointSubnet: Subnet | null;
  readonly isEndpointPublic?: boolean;
  readonly securityAttributes?: SecurityAttributeMap;
  readonly serviceLbSubnets?: readonly Subnet[];
  readonly kubernetesVersion: string;
  readonly upgrades?: readonly string[];
  readonly type?: "BASIC_CLUSTER" | "ENHANCED_CLUSTER";
  readonly cniType?: "OCI_VCN_IP_NATIVE" | "FLANNEL_OVERLAY";
  readonly lifecycleState?: Wire<containerengine.models.Cluster>["lifecycleState"];
  readonly lifecycleDetails?: string;
  readonly freeformTags?: { readonly [key: string]: string };
};

const endpointsOf = (
  region: RegionDraft,
  facts: ClusterFacts,
  id: string,
): Wire<containerengine.models.ClusterEndpoints> => {
  const host = id.slice(-11);
  if (facts.endpointSubnet === null) {
    return {
      kubernetes: `${host}.${region.place.regionName}.clusters.oci.oraclecloud.com:6443`,
      publicEndpoint: null,
      privateEndpoint: null,
      vcnHostnameEndpoint: null,
      ipv6Endpoint: null,
    };
  }
  return {
    kubernetes: null,
    publicEndpoint: facts.isEndpointPublic === true ? `203.0.113.${id.charCodeAt(40)}:6443` : null,
    privateEndpoint: `${takeAddress(region, facts.endpointSubnet)}:6443`,
    vcnHostnameEndpoint: null,
    ipv6Endpoint: null,
  };
};

const metadataOf = (
  region: RegionDraft,
  name: string,
  timeCreated: string,
): Wire<containerengine.models.ClusterMetadata> => ({
  timeCreated,
  createdByUserId: userOf(region.tenancyName, "operator").ocid,
  createdByWorkRequestId: regionalOcid(region, "clustersworkrequest", `create ${name}`),
  timeDeleted: null,
  deletedByUserId: null,
  deletedByWorkRequestId: null,
  timeUpdated: timeCreated,
  updatedByUserId: null,
  updatedByWorkRequestId: null,
  timeCredentialExpiration: "2030-06-01T00:00:00Z",
});

const optionsOf = (facts: ClusterFacts): Wire<containerengine.models.ClusterCreateOptions> => ({
  serviceLbSubnetIds: (facts.serviceLbSubnets ?? []).map((subnet) => subnet.id),
  ipFamilies: ["IPv4"],
  kubernetesNetworkConfig: { podsCidr: "10.244.0.0/16", servicesCidr: "10.96.0.0/16" },
  addOns: { isKubernetesDashboardEnabled: false, isTillerEnabled: false },
  admissionControllerOptions: { isPodSecurityPolicyEnabled: false },
  persistentVolumeConfig: { freeformTags: { cluster: facts.name }, definedTags: {} },
  serviceLbConfig: { freeformTags: { cluster: facts.name }, definedTags: {}, backendNsgIds: null },
  openIdConnectTokenAuthenticationConfig: null,
  openIdConnectDiscovery: null,
});

export function addCluster(region: RegionDraft, facts: ClusterFacts): Cluster {
  const timeCreated = momentOf(`cluster ${facts.name}`);
  const id = regionalOcid(region, "cluster", facts.name);
  const cluster: Cluster = {
    id,
    name: facts.name,
    compartmentId: facts.compartmentId,
    endpointConfig:
      facts.endpointSubnet === null
        ? null
        : {
            subnetId: facts.endpointSubnet.id,
            nsgIds: [regionalOcid(region, "networksecuritygroup", `${facts.name}-endpoint`)],
            isPublicIpEnabled: facts.isEndpointPublic ?? false,
            securityAttributes: facts.securityAttributes ?? null,
          },
    vcnId: facts.vcn.id,
    kubernetesVersion: facts.kubernetesVersion,
    kmsKeyId: null,
    freeformTags: { ...facts.freeformTags },
    definedTags: createdBy(`default/platform@${region.tenancyName}.example`, timeCreated),
    systemTags: {},
    options: optionsOf(facts),
    metadata: metadataOf(region, facts.name, timeCreated),
    lifecycleState: facts.lifecycleState ?? "ACTIVE",
    lifecycleDetails: facts.lifecycleDetails ?? null,
    endpoints: endpointsOf(region, facts, id),
    availableKubernetesUpgrades: [...(facts.upgrades ?? [])],
    imagePolicyConfig: { isPolicyEnabled: false, keyDetails: [] },
    clusterPodNetworkOptions: [{ cniType: facts.cniType ?? "OCI_VCN_IP_NATIVE" }],
    type: facts.type ?? "ENHANCED_CLUSTER",
    openIdConnectDiscoveryEndpoint: null,
    openIdConnectDiscoveryKey: null,
  };
  region.seed.clusters.push(cluster);
  return cluster;
}

type AddonFacts = {
  readonly name: string;
  /** Null when the version follows the cluster's automatically. */
  readonly version?: string;
  readonly installed: string;
  readonly lifecycleState?: Wire<containerengine.models.Addon>["lifecycleState"];
  readonly error?: string;
};

export function addAddon(region: RegionDraft, cluster: Cluster, facts: AddonFacts): void {
  region.seed.addons.push({
    clusterId: cluster.id,
    addon: {
      name: facts.name,
      version: facts.version ?? null,
      currentInstalledVersion: facts.installed,
      timeCreated: momentOf(`addon ${cluster.name} ${facts.name}`),
      lifecycleState: facts.lifecycleState ?? "ACTIVE",
      configurations: [],
      addonError: facts.error === undefined ? null : { code: "Conflict", message: facts.error, status: "409" },
    },
  });
}
