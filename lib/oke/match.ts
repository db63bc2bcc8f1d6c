import { isInCidrBlock } from "@/lib/oke/cidr-block";
import type { Cluster } from "@/lib/oke/cluster";
import type { LoadBalancer, NetworkLoadBalancer } from "@/lib/oke/load-balancer";
import { type MatchIndex, matchIndexFrom, nodeAddressKey, vcnIdOfSubnets } from "@/lib/oke/match-index";
import type { MountTarget } from "@/lib/oke/mount-target";
import type { ClusterMatch, MatchConfidence, SettingOwner } from "@/lib/oke/protected-resource";
import {
  isClusterSystemTag,
  loadBalancerOwner,
  mountTargetOwner,
  networkLoadBalancerOwner,
} from "@/lib/oke/setting-owner";
import type { DefinedTag } from "@/lib/oke/wire";

export { type MatchIndex, matchIndexFrom };

/** Under which cluster a resource stands, who owns its setting, and the VCN it is in where that is known. */
export type ResourceMatch = {
  readonly cluster: ClusterMatch;
  readonly owner: SettingOwner;
  readonly vcnId: string | null;
};

/** One thing that points at a cluster. `says` is a sentence about "this cluster". */
type Evidence = { readonly clusterId: string; readonly confidence: MatchConfidence; readonly says: string };

type Tagged = { readonly definedTags: readonly DefinedTag[]; readonly systemTags: readonly DefinedTag[] };

const ocids = /\bocid1\.(?:cluster|nodepool)\.[\w.-]+/g;

/** Every tag value is scanned: the creator's tag is not everywhere `Oracle-Tags.CreatedBy`. */
const tagEvidence = (index: MatchIndex, tagged: Tagged, whose: string): readonly Evidence[] => {
  const system = tagged.systemTags.filter((tag) => isClusterSystemTag(tag) && tag.value.startsWith("ocid1.cluster."));
  const certain = system.map(({ value }): Evidence => ({
    clusterId: value,
    confidence: "certain",
    says: `${whose} system tag orcl-containerengine.Cluster names this cluster.`,
  }));
  const strong = tagged.definedTags.flatMap((tag) =>
    (tag.value.match(ocids) ?? []).flatMap((ocid): readonly Evidence[] => {
      const isNodePool = ocid.startsWith("ocid1.nodepool.");
      const clusterId = isNodePool ? index.clusterIdOfNodePool.get(ocid) : ocid;
      if (clusterId === undefined) return [];
      const what = isNodePool ? "a node pool of this cluster" : "this cluster";
      return [{ clusterId, confidence: "strong", says: `${whose} tag ${tag.namespace}.${tag.key} names ${what}.` }];
    }),
  );
  return [...certain, ...strong];
};

const onlyOne = (ids: ReadonlySet<string> | undefined) => (ids?.size === 1 ? [...ids][0] : undefined);

const backendEvidence = (
  index: MatchIndex,
  vcnId: string | null,
  backendSets: LoadBalancer["backendSets"],
): readonly Evidence[] => {
  const backends = new Map(
    backendSets
      .flatMap(({ value }) => value.backends)
      .map((backend) => [`${backend.targetId} ${backend.ipAddress}`, backend]),
  );
  const counts = new Map<string, number>();
  for (const { targetId, ipAddress } of backends.values()) {
    const owner = index.clusterIdOfInstance.get(targetId ?? "");
    const byAddress = index.clusterIdsOfNodeAddress.get(nodeAddressKey(vcnId ?? "", ipAddress ?? ""));
    for (const clusterId of owner === undefined ? (byAddress ?? []) : [owner]) {
      counts.set(clusterId, (counts.get(clusterId) ?? 0) + 1);
    }
  }
  return [...counts].map(([clusterId, count]) => ({
    clusterId,
    confidence: "strong",
    says: `${backends.size === 1 ? "Its only backend" : `${count} of its ${backends.size} backends`} ${count === 1 ? "is a node" : "are nodes"} of this cluster.`,
  }));
};

/** Backends that are pods, where the addresses of the cluster's secondary VNICs were read with its nodes. */
const podAddressEvidence = (
  index: MatchIndex,
  vcnId: string | null,
  backendSets: LoadBalancer["backendSets"],
): readonly Evidence[] => {
  const addresses = new Set(
    backendSets.flatMap(({ value }) => value.backends.flatMap(({ ipAddress }) => ipAddress ?? [])),
  );
  const counts = new Map<string, number>();
  for (const ipAddress of addresses) {
    for (const clusterId of index.clusterIdsOfPodAddress.get(nodeAddressKey(vcnId ?? "", ipAddress)) ?? []) {
      counts.set(clusterId, (counts.get(clusterId) ?? 0) + 1);
    }
  }
  return [...counts].map(([clusterId, count]) => ({
    clusterId,
    confidence: "strong",
    says: `${addresses.size === 1 ? "Its only backend has an address" : `${count} of its ${addresses.size} backends have addresses`} on secondary VNICs of this cluster's nodes.`,
  }));
};

/**
 * Backends that are pods (native ingress, network load balancers to pods) have addresses of secondary VNICs, which one
 * pass does not read. Their subnet is known: where only one cluster's pods live in it, it points there, no more.
 */
const podEvidence = (
  index: MatchIndex,
  vcnId: string | null,
  backendSets: LoadBalancer["backendSets"],
): readonly Evidence[] => {
  const podSubnets = index.podSubnetsOfVcn.get(vcnId ?? "") ?? [];
  const addresses = new Set(
    backendSets.flatMap(({ value }) => value.backends.flatMap(({ ipAddress }) => ipAddress ?? [])),
  );
  const clusterIds = [...addresses].flatMap((ipAddress) => {
    const subnet = podSubnets.find(({ cidrBlock }) => isInCidrBlock(ipAddress, cidrBlock));
    return onlyOne(subnet?.clusterIds) ?? [];
  });
  const says =
    "Nothing on it names a cluster, but its backends have addresses of a subnet that only pods of this cluster use.";
  return [...new Set(clusterIds)].map((clusterId) => ({ clusterId, confidence: "possible", says }));
};

const placeEvidence = (
  index: MatchIndex,
  vcnId: string | null,
  subnetIds: readonly (string | null)[],
): readonly Evidence[] => {
  const bySubnet = new Set(subnetIds.flatMap((id) => [...(index.clusterIdsOfServiceSubnet.get(id ?? "") ?? [])]));
  const subnetCluster = onlyOne(bySubnet);
  if (subnetCluster !== undefined) {
    const says = "Nothing on it names a cluster, but it is in a subnet that only this cluster uses for load balancers.";
    return [{ clusterId: subnetCluster, confidence: "possible", says }];
  }
  const vcnCluster = onlyOne(index.clusterIdsOfVcn.get(vcnId ?? ""));
  if (vcnCluster === undefined) return [];
  const says = "Nothing on it names a cluster, but this is the only cluster seen in its VCN.";
  return [{ clusterId: vcnCluster, confidence: "possible", says }];
};

/** At most so many names stand in one sentence. */
const maxNames = 5;

const nameOf = (cluster: Cluster | undefined, id: string) => cluster?.name ?? id;

const namesOf = (index: MatchIndex, ids: Iterable<string>) => {
  const names = [...ids].map((id) => nameOf(index.clusters.get(id), id)).toSorted();
  const rest = names.length - maxNames;
  return rest > 0 ? `${names.slice(0, maxNames).join(", ")} and ${rest} more` : names.join(", ");
};

const noEvidence = (index: MatchIndex, vcnId: string | null): string => {
  if (vcnId === null) return "Nothing on it names a cluster, and its VCN is not known.";
  const sharing = index.clusterIdsOfVcn.get(vcnId);
  if (sharing === undefined) return "Nothing on it names a cluster, and no cluster was seen in its VCN.";
  return `Nothing on it names a cluster, and its VCN is shared by ${sharing.size} clusters: ${namesOf(index, sharing)}.`;
};

/** The surest evidence decides, if it is of one mind; where it is not, no cluster is picked. */
const matchFrom = (index: MatchIndex, evidence: readonly Evidence[], vcnId: string | null): ClusterMatch => {
  for (const confidence of ["certain", "strong", "possible"] as const) {
    const ofThis = evidence.filter((item) => item.confidence === confidence);
    const clusterIds = new Set(ofThis.map((item) => item.clusterId));
    const clusterId = onlyOne(clusterIds);
    const sentences = [...new Set(ofThis.map((item) => item.says))].toSorted().join(" ");
    if (clusterId !== undefined) {
      if (index.clusters.has(clusterId)) return { type: "matched", clusterId, confidence, evidence: sentences };
      const gone = "That cluster is not among those read: it was deleted, or you may not see it.";
      return {
        type: "orphan",
        clusterId,
        evidence: `${sentences.replaceAll("this cluster", `the cluster ${clusterId}`)} ${gone}`,
      };
    }
    if (clusterIds.size > 1) {
      return {
        type: "unmatched",
        evidence: `What it carries points at several clusters: ${namesOf(index, clusterIds)}.`,
      };
    }
  }
  return { type: "unmatched", evidence: noEvidence(index, vcnId) };
};

const balancerMatch = (
  index: MatchIndex,
  balancer: Tagged & Pick<LoadBalancer, "backendSets">,
  subnetIds: readonly (string | null)[],
): Omit<ResourceMatch, "owner"> => {
  const vcnId = vcnIdOfSubnets(index, subnetIds);
  const evidence = [
    ...tagEvidence(index, balancer, "Its"),
    ...backendEvidence(index, vcnId, balancer.backendSets),
    ...podAddressEvidence(index, vcnId, balancer.backendSets),
  ];
  const podsOrPlace = podEvidence(index, vcnId, balancer.backendSets);
  const place = podsOrPlace.length > 0 ? podsOrPlace : placeEvidence(index, vcnId, subnetIds);
  return { cluster: matchFrom(index, [...evidence, ...place], vcnId), vcnId };
};

/** Where a load balancer belongs, by what the OCI API alone shows. */
export function matchLoadBalancer(index: MatchIndex, loadBalancer: LoadBalancer): ResourceMatch {
  return { ...balancerMatch(index, loadBalancer, loadBalancer.subnetIds), owner: loadBalancerOwner(loadBalancer) };
}

/** Where a network load balancer belongs. */
export function matchNetworkLoadBalancer(index: MatchIndex, networkLoadBalancer: NetworkLoadBalancer): ResourceMatch {
  const match = balancerMatch(index, networkLoadBalancer, [networkLoadBalancer.subnetId]);
  return { ...match, owner: networkLoadBalancerOwner(networkLoadBalancer) };
}

/**
 * Where a mount target belongs. That the CSI driver made it says nothing about which cluster: that comes from tags, its
 * own or those of the file systems that name it.
 */
export function matchMountTarget(index: MatchIndex, mountTarget: MountTarget): ResourceMatch {
  const vcnId = vcnIdOfSubnets(index, [mountTarget.subnetId]);
  const fileSystems = index.fileSystemsOfMountTarget.get(mountTarget.id) ?? [];
  const evidence = [
    ...tagEvidence(index, mountTarget, "Its"),
    ...fileSystems.flatMap((fileSystem) => tagEvidence(index, fileSystem, "Its file system's")),
    ...placeEvidence(index, vcnId, []),
  ];
  return { cluster: matchFrom(index, evidence, vcnId), owner: mountTargetOwner(mountTarget, fileSystems), vcnId };
}
