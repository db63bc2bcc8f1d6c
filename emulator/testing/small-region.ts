import type { RegionSeed } from "@/emulator/seed";
import { newRegionDraft } from "@/emulator/seeds/builders/region-draft";
import {
  appsCompartment,
  attribute,
  availabilityDomain,
  ids,
  smallOcid,
  secretCompartment,
  timeCreated,
} from "@/emulator/testing/small-ids";

/** A region in which there is nothing. */
export function emptyRegion(regionName: string, regionKey: string): RegionSeed {
  const availabilityDomains = [`Xxxx:${regionName.toUpperCase()}-AD-1`];
  const place = { regionName, regionKey, ocidRegion: regionName, isHomeRegion: false, availabilityDomains };
  return newRegionDraft("small", place).seed;
}

/** The home region of the small seed: one of everything. */
export function homeRegion(): RegionSeed {
  return {
    ...emptyRegion("us-ashburn-1", "IAD"),
    isHomeRegion: true,
    availabilityDomains: [availabilityDomain],
    ...clustersAndPools(),
    ...network(),
    ...peerings(),
    ...balancersAndStorage(),
  };
}

function cluster(ocid: string, name: string, change: Partial<RegionSeed["clusters"][number]> = {}) {
  return {
    id: ocid,
    name,
    compartmentId: appsCompartment,
    vcnId: ids.vcn,
    kubernetesVersion: "v1.33.1",
    type: "ENHANCED_CLUSTER" as const,
    lifecycleState: "ACTIVE" as const,
    clusterPodNetworkOptions: [{ cniType: "OCI_VCN_IP_NATIVE" }],
    endpointConfig: { subnetId: ids.nodeSubnet, nsgIds: [], isPublicIpEnabled: false, securityAttributes: {} },
    endpoints: { privateEndpoint: "10.0.0.2:6443", publicEndpoint: null, kubernetes: null },
    metadata: { timeCreated },
    ...change,
  };
}

function nodePool(ocid: string, name: string, change: Partial<RegionSeed["nodePools"][number]>) {
  return {
    id: ocid,
    name,
    compartmentId: appsCompartment,
    clusterId: ids.cluster,
    kubernetesVersion: "v1.33.1",
    nodeShape: "VM.Standard.E5.Flex",
    lifecycleState: "ACTIVE" as const,
    primaryVnic: { securityAttributes: attribute() },
    nodes: [],
    ...change,
  };
}

function secondaryVnic(displayName: string) {
  return {
    displayName,
    nicIndex: 0,
    createVnicDetails: { subnetId: ids.podSubnet, ipCount: 16, securityAttributes: {} },
  };
}

function clustersAndPools(): Pick<RegionSeed, "clusters" | "nodePools" | "virtualNodePools" | "addons"> {
  const node = (ocid: string, name: string, privateIp: string) => ({
    id: ocid,
    name,
    privateIp,
    nodePoolId: ids.nodePool,
    subnetId: ids.nodeSubnet,
    availabilityDomain,
    lifecycleState: "ACTIVE" as const,
  });
  const podNetwork = { cniType: "OCI_VCN_IP_NATIVE", podSubnetIds: [ids.podSubnet], maxPodsPerNode: 31 };
  return {
    clusters: [
      cluster(ids.cluster, "payments"),
      cluster(ids.flannelCluster, "flannel", { clusterPodNetworkOptions: [{ cniType: "FLANNEL_OVERLAY" }] }),
      cluster(ids.oldCluster, "old", { kubernetesVersion: "v1.31.1", type: "BASIC_CLUSTER" }),
      cluster(ids.publicCluster, "public", {
        endpointConfig: null,
        endpoints: { kubernetes: "cyyy.oci.example:6443" },
      }),
      cluster(ids.secretCluster, "secret", { compartmentId: secretCompartment }),
    ],
    nodePools: [
      nodePool(ids.nodePool, "workers", {
        secondaryVnics: [secondaryVnic("pods-a"), secondaryVnic("pods-b")],
        nodes: [node(ids.node, "oke-0", "10.0.1.10"), node(ids.otherNode, "oke-1", "10.0.1.11")],
      }),
      nodePool(ids.legacyPool, "legacy", {
        primaryVnic: null,
        nodeConfigDetails: { size: 0, nodePoolPodNetworkOptionDetails: podNetwork },
      }),
      nodePool(ids.flannelPool, "flannel", { clusterId: ids.flannelCluster, primaryVnic: null }),
    ],
    virtualNodePools: [
      {
        id: ids.virtualNodePool,
        compartmentId: appsCompartment,
        clusterId: ids.cluster,
        displayName: "serverless",
        kubernetesVersion: "v1.33.1",
        size: 1,
        placementConfigurations: [],
        podConfiguration: { subnetId: ids.podSubnet, shape: "Pod.Standard.E4.Flex" },
        lifecycleState: "ACTIVE",
      },
    ],
    addons: [
      {
        clusterId: ids.cluster,
        addon: { name: "CoreDNS", currentInstalledVersion: "v1.11.3", lifecycleState: "ACTIVE" },
      },
    ],
  };
}

function network(): Pick<RegionSeed, "vcns" | "subnets" | "instances" | "vnicAttachments" | "vnics" | "privateIps"> {
  const shared = { compartmentId: appsCompartment, availabilityDomain, timeCreated };
  const subnet = (ocid: string, cidrBlock: string) => ({
    id: ocid,
    compartmentId: appsCompartment,
    vcnId: ids.vcn,
    cidrBlock,
    displayName: ocid,
    timeCreated,
    routeTableId: "ocid1.routetable.oc1.iad.main",
    virtualRouterMac: "00:00:17:00:00:01",
    lifecycleState: "AVAILABLE" as const,
  });
  const nodes = [
    {
      instanceId: ids.node,
      vnicId: ids.primaryVnic,
      attachmentId: ids.vnicAttachment,
      privateIpId: ids.privateIp,
      ip: "10.0.1.10",
    },
    {
      instanceId: ids.otherNode,
      vnicId: smallOcid("vnic", "node-1-primary"),
      attachmentId: smallOcid("vnicattachment", "node-1-primary"),
      privateIpId: smallOcid("privateip", "node-1-primary"),
      ip: "10.0.1.11",
    },
  ];
  return {
    vcns: [
      {
        id: ids.vcn,
        compartmentId: appsCompartment,
        displayName: "main",
        cidrBlock: "10.0.0.0/16",
        cidrBlocks: ["10.0.0.0/16"],
        lifecycleState: "AVAILABLE",
        securityAttributes: {},
        timeCreated,
      },
    ],
    subnets: [subnet(ids.nodeSubnet, "10.0.1.0/24"), subnet(ids.podSubnet, "10.0.2.0/24")],
    instances: nodes.map(({ instanceId }) => ({
      ...shared,
      id: instanceId,
      displayName: instanceId,
      lifecycleState: "RUNNING",
      region: "iad",
      shape: "VM.Standard.E5.Flex",
      securityAttributes: {},
    })),
    vnicAttachments: nodes.map(({ instanceId, vnicId, attachmentId }) => ({
      ...shared,
      id: attachmentId,
      instanceId,
      vnicId,
      subnetId: ids.nodeSubnet,
      lifecycleState: "ATTACHED",
    })),
    vnics: nodes.map(({ vnicId, ip }) => ({
      ...shared,
      id: vnicId,
      isPrimary: true,
      privateIp: ip,
      subnetId: ids.nodeSubnet,
      lifecycleState: "AVAILABLE",
      securityAttributes: attribute(),
    })),
    privateIps: nodes.map(({ vnicId, privateIpId, ip }) => ({
      ...shared,
      id: privateIpId,
      ipAddress: ip,
      vnicId,
      subnetId: ids.nodeSubnet,
      isPrimary: true,
    })),
  };
}

function peerings(): Pick<RegionSeed, "localPeeringGateways" | "drgAttachments"> {
  const attachment = {
    compartmentId: appsCompartment,
    drgId: ids.drg,
    lifecycleState: "ATTACHED" as const,
    timeCreated,
  };
  return {
    localPeeringGateways: [
      {
        id: ids.localPeeringGateway,
        compartmentId: appsCompartment,
        displayName: "to-nobody-yet",
        isCrossTenancyPeering: false,
        lifecycleState: "AVAILABLE",
        peerId: "",
        peeringStatus: "NEW",
        timeCreated,
        vcnId: ids.vcn,
      },
    ],
    drgAttachments: [
      { ...attachment, id: ids.drgAttachment, networkDetails: { type: "VCN", id: ids.vcn }, vcnId: ids.vcn },
      {
        ...attachment,
        id: ids.tunnelAttachment,
        networkDetails: { type: "IPSEC_TUNNEL", id: smallOcid("ipsectunnel", "office") },
      },
    ],
  };
}

function balancersAndStorage(): Pick<
  RegionSeed,
  "loadBalancers" | "networkLoadBalancers" | "mountTargets" | "fileSystems"
> {
  const shared = { compartmentId: appsCompartment, lifecycleState: "ACTIVE" as const, timeCreated };
  return {
    loadBalancers: [
      { ...shared, id: ids.loadBalancer, displayName: "shop", shapeName: "flexible", securityAttributes: attribute() },
    ],
    networkLoadBalancers: [
      {
        ...shared,
        id: ids.networkLoadBalancer,
        displayName: "ledger",
        ipAddresses: [],
        subnetId: ids.nodeSubnet,
        securityAttributes: {},
      },
    ],
    mountTargets: [
      {
        ...shared,
        id: ids.mountTarget,
        availabilityDomain,
        displayName: "shared",
        lifecycleDetails: "",
        privateIpIds: [],
        subnetId: ids.nodeSubnet,
        securityAttributes: {},
      },
    ],
    fileSystems: [{ ...shared, id: ids.fileSystem, availabilityDomain, displayName: "shared", meteredBytes: 8192 }],
  };
}
