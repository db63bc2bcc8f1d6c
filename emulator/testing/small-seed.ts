import type { RegionSeed, TenancySeed, UserSeed } from "@/emulator/seed";

/** The smallest tenancy in which every operation has something to work on. Ids are short: only their kind matters. */

const timeCreated = "2026-05-04T08:00:00.000Z";
export const tenancyOcid = "ocid1.tenancy.oc1..small";
export const appsCompartment = "ocid1.compartment.oc1..apps";
export const secretCompartment = "ocid1.compartment.oc1..secret";
export const availabilityDomain = "Xxxx:US-ASHBURN-AD-1";

const id = (type: string, name: string) => `ocid1.${type}.oc1.iad.${name}`;

export const ids = {
  cluster: id("cluster", "payments"),
  flannelCluster: id("cluster", "flannel"),
  oldCluster: id("cluster", "old"),
  publicCluster: id("cluster", "public"),
  secretCluster: id("cluster", "secret"),
  nodePool: id("nodepool", "workers"),
  legacyPool: id("nodepool", "legacy"),
  flannelPool: id("nodepool", "flannel"),
  virtualNodePool: id("virtualnodepool", "serverless"),
  node: id("instance", "node-0"),
  otherNode: id("instance", "node-1"),
  primaryVnic: id("vnic", "node-0-primary"),
  vnicAttachment: id("vnicattachment", "node-0-primary"),
  privateIp: id("privateip", "node-0-primary"),
  vcn: id("vcn", "main"),
  nodeSubnet: id("subnet", "nodes"),
  podSubnet: id("subnet", "pods"),
  loadBalancer: id("loadbalancer", "shop"),
  networkLoadBalancer: id("networkloadbalancer", "ledger"),
  mountTarget: id("mounttarget", "shared"),
  fileSystem: id("filesystem", "shared"),
  appNamespace: "ocid1.securityattributenamespace.oc1..app",
  hrNamespace: "ocid1.securityattributenamespace.oc1..hr",
  zprPolicy: "ocid1.zprpolicy.oc1..payments",
};

export const attribute = (value = "web") => ({ app: { tier: { value, mode: "enforce" } } });

const user = (name: string, limits: Partial<UserSeed> = {}): UserSeed => ({
  name,
  ocid: `ocid1.user.oc1..${name}`,
  hiddenCompartmentIds: [],
  hiddenNamespaceIds: [],
  unusableNamespaceIds: [],
  refusedOperations: [],
  kubernetesRefusals: [],
  ...limits,
});

/** Namespace `app` with keys `tier` (any text), `env` (prod or test), `old` (retired), `gone` (deleted); `hr` with `pay`. */
export function smallSeed(change: Partial<TenancySeed> = {}): TenancySeed {
  return {
    name: "small",
    tenancy: { id: tenancyOcid, name: "small", homeRegionKey: "IAD" },
    users: [
      user("operator"),
      user("reviewer", { hiddenCompartmentIds: [secretCompartment], hiddenNamespaceIds: [ids.hrNamespace] }),
      user("borrower", { unusableNamespaceIds: [ids.hrNamespace], refusedOperations: ["listVcns"] }),
    ],
    compartments: [compartment(appsCompartment, "apps"), compartment(secretCompartment, "secret")],
    securityAttributeNamespaces: [namespace(ids.appNamespace, "app"), namespace(ids.hrNamespace, "hr")],
    securityAttributes: [
      definition(ids.appNamespace, "app", "tier", {}),
      definition(ids.appNamespace, "app", "env", { validator: { validatorType: "ENUM", values: ["prod", "test"] } }),
      definition(ids.appNamespace, "app", "old", { isRetired: true, lifecycleState: "INACTIVE" }),
      definition(ids.appNamespace, "app", "gone", { isRetired: true, lifecycleState: "DELETED" }),
      ...["k1", "k2", "k3", "k4", "k5"].map((key) => definition(ids.appNamespace, "app", key, {})),
      definition(ids.hrNamespace, "hr", "pay", {}),
    ],
    zprConfiguration: {
      id: "ocid1.zprconfiguration.oc1..small",
      compartmentId: tenancyOcid,
      zprStatus: "ENABLED",
      lifecycleState: "ACTIVE",
      timeCreated,
      timeUpdated: timeCreated,
    },
    zprPolicies: [
      {
        id: ids.zprPolicy,
        compartmentId: tenancyOcid,
        name: "payments",
        description: "Who may reach payments",
        statements: ["in app.tier:net VCN allow app.tier:web endpoints to connect to app.tier:db endpoints"],
        lifecycleState: "ACTIVE",
        timeCreated,
        freeformTags: {},
        definedTags: {},
      },
    ],
    regions: [homeRegion(), emptyRegion("eu-frankfurt-1", "FRA")],
    defaultPageSize: 2,
    ...change,
  };
}

type Definition = TenancySeed["securityAttributes"][number];

function compartment(ocid: string, name: string): TenancySeed["compartments"][number] {
  return { id: ocid, compartmentId: tenancyOcid, name, description: name, timeCreated, lifecycleState: "ACTIVE" };
}

function namespace(ocid: string, name: string): TenancySeed["securityAttributeNamespaces"][number] {
  const shared = { compartmentId: tenancyOcid, description: name, isRetired: false, timeCreated };
  return { ...shared, id: ocid, name, mode: ["enforce"], lifecycleState: "ACTIVE" };
}

function definition(namespaceId: string, namespaceName: string, name: string, change: Partial<Definition>): Definition {
  return {
    id: `ocid1.securityattribute.oc1..${namespaceName}-${name}`,
    compartmentId: tenancyOcid,
    securityAttributeNamespaceId: namespaceId,
    securityAttributeNamespaceName: namespaceName,
    name,
    description: name,
    isRetired: false,
    lifecycleState: "ACTIVE",
    timeCreated,
    validator: null,
    ...change,
  };
}

export function emptyRegion(regionName: string, regionKey: string): RegionSeed {
  return {
    regionName,
    regionKey,
    isHomeRegion: false,
    availabilityDomains: [`Xxxx:${regionName.toUpperCase()}-AD-1`],
    clusters: [],
    nodePools: [],
    virtualNodePools: [],
    addons: [],
    vcns: [],
    subnets: [],
    instances: [],
    vnicAttachments: [],
    vnics: [],
    privateIps: [],
    loadBalancers: [],
    networkLoadBalancers: [],
    mountTargets: [],
    fileSystems: [],
    kubernetes: [],
  };
}

function homeRegion(): RegionSeed {
  return {
    ...emptyRegion("us-ashburn-1", "IAD"),
    isHomeRegion: true,
    availabilityDomains: [availabilityDomain],
    ...clustersAndPools(),
    ...network(),
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
      vnicId: id("vnic", "node-1-primary"),
      attachmentId: id("vnicattachment", "node-1-primary"),
      privateIpId: id("privateip", "node-1-primary"),
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
