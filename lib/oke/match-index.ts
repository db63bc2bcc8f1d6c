import type { Cluster } from "@/lib/oke/cluster";
import type { FileSystem } from "@/lib/oke/mount-target";
import type { Subnet } from "@/lib/oke/network";
import type { NodePool } from "@/lib/oke/node-pool";

/** What load balancers and mount targets are matched against. */
export type MatchParts = {
  readonly clusters: readonly Cluster[];
  readonly nodePools: readonly NodePool[];
  readonly fileSystems: readonly FileSystem[];
  readonly subnets: readonly Subnet[];
  /** Addresses of pods that were read with the nodes; left out where nobody has read any. */
  readonly podAddresses?: readonly PodAddress[];
};

/** An address on a secondary VNIC of a node: a pod's. */
export type PodAddress = { readonly subnetId: string; readonly ipAddress: string; readonly clusterId: string };

/** A subnet of secondary VNICs, with the clusters whose pools put them there. */
type PodSubnet = { readonly cidrBlock: string; readonly clusterIds: ReadonlySet<string> };

/** The same, arranged by what the evidence names. Made once for many resources. */
export type MatchIndex = {
  /** Clusters that exist: those OCI still lists as DELETED are left out. */
  readonly clusters: ReadonlyMap<string, Cluster>;
  readonly clusterIdOfNodePool: ReadonlyMap<string, string>;
  readonly clusterIdOfInstance: ReadonlyMap<string, string>;
  /** By `nodeAddressKey`: an address means something only inside its VCN. */
  readonly clusterIdsOfNodeAddress: ReadonlyMap<string, ReadonlySet<string>>;
  /** By `nodeAddressKey` too. */
  readonly clusterIdsOfPodAddress: ReadonlyMap<string, ReadonlySet<string>>;
  readonly clusterIdsOfVcn: ReadonlyMap<string, ReadonlySet<string>>;
  readonly clusterIdsOfServiceSubnet: ReadonlyMap<string, ReadonlySet<string>>;
  readonly vcnIdOfSubnet: ReadonlyMap<string, string>;
  /** Subnets that take pods' addresses and whose range is known, by VCN. */
  readonly podSubnetsOfVcn: ReadonlyMap<string, readonly PodSubnet[]>;
  readonly fileSystemsOfMountTarget: ReadonlyMap<string, readonly FileSystem[]>;
};

export const nodeAddressKey = (vcnId: string, ipAddress: string) => `${vcnId} ${ipAddress}`;

const addTo = (map: Map<string, Set<string>>, key: string, value: string) => {
  const values = map.get(key);
  if (values === undefined) map.set(key, new Set([value]));
  else values.add(value);
};

const subnetIdsOfPool = (nodePool: NodePool): readonly (string | null)[] => [
  ...(nodePool.nodeConfigDetails?.placementConfigs ?? []).map((placement) => placement.subnetId),
  ...nodePool.secondaryVnics.map((vnic) => vnic.createVnicDetails.subnetId),
];

/** A cluster knows its VCN and names subnets of it: that helps where the subnets themselves could not be read. */
const vcnIdOfSubnetFrom = (parts: MatchParts, clusters: ReadonlyMap<string, Cluster>) => {
  const vcnIdOfSubnet = new Map<string, string>();
  const note = (subnetId: string | null, vcnId: string | null) => {
    if (subnetId !== null && vcnId !== null) vcnIdOfSubnet.set(subnetId, vcnId);
  };
  for (const cluster of clusters.values()) {
    note(cluster.endpointConfig?.subnetId ?? null, cluster.vcnId);
    for (const subnetId of cluster.options?.serviceLbSubnetIds ?? []) note(subnetId, cluster.vcnId);
  }
  for (const nodePool of parts.nodePools) {
    const vcnId = clusters.get(nodePool.clusterId ?? "")?.vcnId ?? null;
    for (const subnetId of subnetIdsOfPool(nodePool)) note(subnetId, vcnId);
  }
  for (const subnet of parts.subnets) note(subnet.id, subnet.vcnId);
  return vcnIdOfSubnet;
};

/** New pools name pod subnets on their secondary VNICs, older ones in `podSubnetIds`. */
const podSubnetIdsOfPool = (nodePool: NodePool): readonly (string | null)[] => [
  ...nodePool.secondaryVnics.map((vnic) => vnic.createVnicDetails.subnetId),
  ...(nodePool.nodeConfigDetails?.nodePoolPodNetworkOptionDetails?.podSubnetIds ?? []),
];

const podSubnetsOfVcnFrom = (parts: MatchParts, clusters: ReadonlyMap<string, Cluster>) => {
  const clusterIdsOfSubnet = new Map<string, Set<string>>();
  for (const nodePool of parts.nodePools.filter(({ clusterId }) => clusters.has(clusterId ?? ""))) {
    for (const subnetId of podSubnetIdsOfPool(nodePool))
      addTo(clusterIdsOfSubnet, subnetId ?? "", nodePool.clusterId ?? "");
  }
  const map = new Map<string, PodSubnet[]>();
  for (const { id, vcnId, cidrBlock } of parts.subnets) {
    const clusterIds = clusterIdsOfSubnet.get(id);
    if (clusterIds === undefined || cidrBlock === null) continue;
    map.set(vcnId, [...(map.get(vcnId) ?? []), { cidrBlock, clusterIds }]);
  }
  return map;
};

const podAddressesFrom = (podAddresses: readonly PodAddress[], vcnIdOfSubnet: ReadonlyMap<string, string>) => {
  const map = new Map<string, Set<string>>();
  for (const { subnetId, ipAddress, clusterId } of podAddresses) {
    const vcnId = vcnIdOfSubnet.get(subnetId);
    if (vcnId !== undefined) addTo(map, nodeAddressKey(vcnId, ipAddress), clusterId);
  }
  return map;
};

const fileSystemsOfMountTargetFrom = (fileSystems: readonly FileSystem[]) => {
  const map = new Map<string, FileSystem[]>();
  for (const fileSystem of fileSystems) {
    const mountTargetId = fileSystem.freeformTags.find((tag) => tag.key === "mountTargetOCID")?.value;
    if (mountTargetId === undefined || fileSystem.lifecycleState === "DELETED") continue;
    map.set(mountTargetId, [...(map.get(mountTargetId) ?? []), fileSystem]);
  }
  return map;
};

/** Indexes what matching asks for. */
export function matchIndexFrom(parts: MatchParts): MatchIndex {
  const living = parts.clusters.filter((cluster) => cluster.lifecycleState !== "DELETED");
  const clusters = new Map(living.map((cluster) => [cluster.id, cluster]));
  const clusterIdOfNodePool = new Map<string, string>();
  const clusterIdOfInstance = new Map<string, string>();
  const clusterIdsOfNodeAddress = new Map<string, Set<string>>();
  const clusterIdsOfVcn = new Map<string, Set<string>>();
  const clusterIdsOfServiceSubnet = new Map<string, Set<string>>();
  for (const cluster of living) {
    if (cluster.vcnId !== null) addTo(clusterIdsOfVcn, cluster.vcnId, cluster.id);
    for (const subnetId of cluster.options?.serviceLbSubnetIds ?? []) {
      addTo(clusterIdsOfServiceSubnet, subnetId, cluster.id);
    }
  }
  for (const nodePool of parts.nodePools) {
    if (nodePool.clusterId === null) continue;
    clusterIdOfNodePool.set(nodePool.id, nodePool.clusterId);
    const vcnId = clusters.get(nodePool.clusterId)?.vcnId ?? null;
    // OKE lists deleted nodes for a while; their addresses may belong to others by now.
    for (const node of (nodePool.nodes ?? []).filter(({ lifecycleState }) => lifecycleState !== "DELETED")) {
      if (node.id !== null) clusterIdOfInstance.set(node.id, nodePool.clusterId);
      if (node.privateIp !== null && vcnId !== null) {
        addTo(clusterIdsOfNodeAddress, nodeAddressKey(vcnId, node.privateIp), nodePool.clusterId);
      }
    }
  }
  const vcnIdOfSubnet = vcnIdOfSubnetFrom(parts, clusters);
  return {
    clusters,
    clusterIdsOfPodAddress: podAddressesFrom(parts.podAddresses ?? [], vcnIdOfSubnet),
    clusterIdOfNodePool,
    clusterIdOfInstance,
    clusterIdsOfNodeAddress,
    clusterIdsOfVcn,
    clusterIdsOfServiceSubnet,
    vcnIdOfSubnet,
    podSubnetsOfVcn: podSubnetsOfVcnFrom(parts, clusters),
    fileSystemsOfMountTarget: fileSystemsOfMountTargetFrom(parts.fileSystems),
  };
}

/** The VCN of the first of these subnets whose VCN is known, else `null`. */
export function vcnIdOfSubnets(index: MatchIndex, subnetIds: readonly (string | null)[]): string | null {
  for (const subnetId of subnetIds) {
    const vcnId = index.vcnIdOfSubnet.get(subnetId ?? "");
    if (vcnId !== undefined) return vcnId;
  }
  return null;
}
