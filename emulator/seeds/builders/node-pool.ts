import type * as containerengine from "oci-containerengine";
import type { Cluster } from "@/emulator/seeds/builders/cluster";
import type { Subnet } from "@/emulator/seeds/builders/network";
import { addNode, type MadeNode } from "@/emulator/seeds/builders/node";
import type {
  NodePool,
  NodePoolFacts,
  PodNetwork,
  SecondaryVnicFacts,
} from "@/emulator/seeds/builders/node-pool-facts";
import { momentOf } from "@/emulator/seeds/builders/ocid";
import { availabilityDomainOf, regionalOcid, type RegionDraft } from "@/emulator/seeds/builders/region-draft";
import { createdBy } from "@/emulator/seeds/builders/tags";
import type { Wire } from "@/emulator/wire";

const secondaryVnicOf = (
  vnic: SecondaryVnicFacts,
  nsgId: string,
): Wire<containerengine.models.NodePoolSecondaryVnicDetails> => ({
  displayName: vnic.displayName,
  nicIndex: 0,
  createVnicDetails: {
    displayName: vnic.displayName,
    assignIpv6Ip: false,
    assignPublicIp: false,
    definedTags: {},
    freeformTags: {},
    ipCount: vnic.ipCount ?? 16,
    applicationResources: [...(vnic.applicationResources ?? [])],
    ipv6AddressIpv6SubnetCidrPairDetails: null,
    nsgIds: [nsgId],
    skipSourceDestCheck: false,
    subnetId: vnic.subnet.id,
    securityAttributes: vnic.securityAttributes ?? null,
  },
});

type PodOptions = NonNullable<NonNullable<NodePool["nodeConfigDetails"]>["nodePoolPodNetworkOptionDetails"]>;

const podOptionsOf = (pods: PodNetwork): PodOptions => {
  switch (pods.kind) {
    case "flannel":
      return { cniType: "FLANNEL_OVERLAY" };
    case "legacy":
      return {
        cniType: "OCI_VCN_IP_NATIVE",
        maxPodsPerNode: pods.maxPodsPerNode,
        podNsgIds: [],
        podSubnetIds: pods.podSubnets.map((subnet) => subnet.id),
      };
    case "secondary-vnics":
      return { cniType: "OCI_VCN_IP_NATIVE", maxPodsPerNode: null, podNsgIds: null, podSubnetIds: null };
  }
};

const imageNameOf = (kubernetesVersion: string): string =>
  `Oracle-Linux-8.10-2026.04.30-0-OKE-${kubernetesVersion.slice(1)}-1210`;

const configOf = (region: RegionDraft, facts: NodePoolFacts): NonNullable<NodePool["nodeConfigDetails"]> => ({
  size: facts.nodes.filter((node) => node.lifecycleState !== "DELETED").length,
  nsgIds: [regionalOcid(region, "networksecuritygroup", `${facts.cluster.name}-workers`)],
  kmsKeyId: "",
  computeClusterId: null,
  isPvEncryptionInTransitEnabled: false,
  freeformTags: {},
  definedTags: {},
  placementConfigs: region.place.availabilityDomains.map((availabilityDomain) => ({
    availabilityDomain,
    subnetId: facts.subnet.id,
    capacityReservationId: null,
    hostGroupId: null,
    preemptibleNodeConfig: null,
    faultDomains: null,
  })),
  nodePoolPodNetworkOptionDetails: podOptionsOf(facts.pods),
});

const poolOf = (region: RegionDraft, facts: NodePoolFacts, id: string): NodePool & { readonly id: string } => {
  const timeCreated = momentOf(`pool ${facts.cluster.name} ${facts.name}`);
  const kubernetesVersion = facts.kubernetesVersion ?? facts.cluster.kubernetesVersion ?? "v1.33.1";
  const imageName = imageNameOf(kubernetesVersion);
  const imageId = regionalOcid(region, "image", imageName);
  const nsgId = regionalOcid(region, "networksecuritygroup", `${facts.cluster.name}-pods`);
  return {
    id,
    lifecycleState: facts.lifecycleState ?? "ACTIVE",
    lifecycleDetails: facts.lifecycleDetails ?? null,
    compartmentId: facts.compartmentId ?? facts.cluster.compartmentId,
    clusterId: facts.cluster.id,
    name: facts.name,
    kubernetesVersion,
    nodeMetadata: {},
    nodeImageId: imageId,
    nodeImageName: imageName,
    nodeShapeConfig: { ocpus: 4, memoryInGBs: 32 },
    nodeSource: { sourceType: "IMAGE", sourceName: imageName, imageId },
    nodeSourceDetails: { sourceType: "IMAGE", imageId, bootVolumeSizeInGBs: 100 },
    nodeShape: facts.shape ?? "VM.Standard.E5.Flex",
    initialNodeLabels: Object.entries(facts.labels ?? {}).map(([key, value]) => ({ key, value })),
    sshPublicKey: null,
    quantityPerSubnet: 0,
    subnetIds: [facts.subnet.id],
    nodes: [],
    nodeConfigDetails: configOf(region, facts),
    freeformTags: { ...facts.freeformTags },
    definedTags: createdBy(`default/platform@${region.tenancyName}.example`, timeCreated),
    systemTags: null,
    nodeEvictionNodePoolSettings: {
      evictionGraceDuration: "PT1H",
      isForceDeleteAfterGraceDuration: false,
      isForceActionAfterGraceDuration: null,
    },
    nodePoolCyclingDetails: null,
    secondaryVnics:
      facts.pods.kind === "secondary-vnics" ? facts.pods.vnics.map((vnic) => secondaryVnicOf(vnic, nsgId)) : null,
    networkLaunchType: null,
    primaryVnic: facts.primary === undefined ? null : { securityAttributes: facts.primary },
  };
};

/** A node pool with its nodes; gives the nodes back, so that load balancers can point to them. */
export function addNodePool(region: RegionDraft, facts: NodePoolFacts): readonly MadeNode[] {
  const id = regionalOcid(region, "nodepool", `${facts.cluster.name}/${facts.name}`);
  const pool = poolOf(region, facts, id);
  const made = facts.nodes.map((node, index) =>
    addNode(region, {
      pool: { ...facts, id, compartmentId: pool.compartmentId ?? facts.cluster.compartmentId },
      index,
      node,
    }),
  );
  region.seed.nodePools.push({ ...pool, nodes: made.map(({ wire }) => wire) });
  return made;
}

type VirtualNodePoolFacts = {
  readonly name: string;
  readonly cluster: Cluster;
  readonly subnet: Subnet;
  readonly podSubnet: Subnet;
  readonly size: number;
};

/** A virtual node pool: it can carry no security attributes at all. */
export function addVirtualNodePool(region: RegionDraft, facts: VirtualNodePoolFacts): void {
  const timeCreated = momentOf(`virtual pool ${facts.name}`);
  region.seed.virtualNodePools.push({
    id: regionalOcid(region, "virtualnodepool", `${facts.cluster.name}/${facts.name}`),
    compartmentId: facts.cluster.compartmentId,
    clusterId: facts.cluster.id,
    displayName: facts.name,
    kubernetesVersion: facts.cluster.kubernetesVersion ?? "v1.33.1",
    initialVirtualNodeLabels: [],
    taints: [],
    size: facts.size,
    placementConfigurations: [
      {
        availabilityDomain: availabilityDomainOf(region, 0),
        faultDomain: ["FAULT-DOMAIN-1"],
        subnetId: facts.subnet.id,
      },
    ],
    nsgIds: [],
    podConfiguration: { subnetId: facts.podSubnet.id, nsgIds: [], shape: "Pod.Standard.E4.Flex" },
    lifecycleState: "ACTIVE",
    lifecycleDetails: null,
    timeCreated,
    timeUpdated: timeCreated,
    freeformTags: {},
    definedTags: createdBy(`default/platform@${region.tenancyName}.example`, timeCreated),
    systemTags: {},
    virtualNodeTags: null,
    virtualNodePoolCyclingDetails: null,
  });
}
