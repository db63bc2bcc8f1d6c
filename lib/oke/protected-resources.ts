import type { Cluster } from "@/lib/oke/cluster";
import { editOffersOf } from "@/lib/oke/edit-offer";
import { clusterEligibility, type Eligibility, isLegacyNodePool } from "@/lib/oke/eligibility";
import type { LoadBalancer, NetworkLoadBalancer } from "@/lib/oke/load-balancer";
import {
  matchIndexFrom,
  type MatchIndex,
  matchLoadBalancer,
  matchMountTarget,
  matchNetworkLoadBalancer,
  type ResourceMatch,
} from "@/lib/oke/match";
import type { PodAddress } from "@/lib/oke/match-index";
import type { FileSystem, MountTarget } from "@/lib/oke/mount-target";
import type { Subnet, Vcn } from "@/lib/oke/network";
import type { NodePool } from "@/lib/oke/node-pool";
import type { ClusterMatch, ProtectedResource } from "@/lib/oke/protected-resource";
import { type ResourceKind, resourceKinds } from "@/lib/oke/resource-kind";
import { secondaryVnicsSet } from "@/lib/oke/secondary-vnics";
import { assessSecurityAttributes } from "@/lib/zpr/attribute-verdict";
import type { SecurityAttribute } from "@/lib/zpr/security-attribute";
import type { SecurityAttributeCatalog } from "@/lib/zpr/security-attribute-namespace";
import type { AssessedSecurityAttribute } from "@/lib/zpr/verdict-state";

type Regional<T> = T & { readonly region: string };

/** The lists of an inventory that protected resources are made of. */
export type ProtectedResourceParts = {
  readonly clusters: readonly Regional<Cluster>[];
  readonly nodePools: readonly Regional<NodePool>[];
  readonly loadBalancers: readonly Regional<LoadBalancer>[];
  readonly networkLoadBalancers: readonly Regional<NetworkLoadBalancer>[];
  readonly mountTargets: readonly Regional<MountTarget>[];
  readonly fileSystems: readonly Regional<FileSystem>[];
  readonly vcns: readonly Regional<Vcn>[];
  readonly subnets: readonly Regional<Subnet>[];
  readonly podAddresses?: readonly PodAddress[];
  readonly catalog: SecurityAttributeCatalog;
};

type Context = {
  readonly index: MatchIndex;
  readonly eligibilityOf: (clusterId: string | null) => Eligibility | null;
  readonly assess: (attributes: readonly SecurityAttribute[]) => readonly AssessedSecurityAttribute[];
};

const clusterEndpointResource = (context: Context, cluster: Regional<Cluster>): ProtectedResource => {
  const securityAttributes = context.assess(cluster.endpointConfig?.securityAttributes ?? []);
  const kind = "cluster-endpoint";
  const owner = { type: "oke-api" } as const;
  const eligibility = clusterEligibility(cluster);
  return {
    id: cluster.id,
    ocid: cluster.id,
    kind,
    displayName: cluster.name ?? cluster.id,
    region: cluster.region,
    compartmentId: cluster.compartmentId,
    vcnId: cluster.vcnId,
    lifecycleState: cluster.lifecycleState,
    cluster: { type: "part-of", clusterId: cluster.id },
    owner,
    securityAttributes,
    differingVnics: null,
    edit: editOffersOf({ kind, lifecycleState: cluster.lifecycleState, owner, eligibility, securityAttributes }),
  };
};

const clusterOfPool = (index: MatchIndex, clusterId: string | null): ClusterMatch => {
  if (clusterId === null) return { type: "unmatched", evidence: "OCI did not say which cluster the pool belongs to." };
  if (index.clusters.has(clusterId)) return { type: "part-of", clusterId };
  const evidence = `The pool belongs to the cluster ${clusterId}, which is not among those read: it was deleted, or you may not see it.`;
  return { type: "orphan", clusterId, evidence };
};

const nodePoolResources = (context: Context, nodePool: Regional<NodePool>): readonly ProtectedResource[] => {
  const cluster = context.index.clusters.get(nodePool.clusterId ?? "");
  const { lifecycleState, region, clusterId } = nodePool;
  const eligibility = context.eligibilityOf(clusterId);
  const owner = { type: "oke-api" } as const;
  const common = {
    ocid: nodePool.id,
    displayName: nodePool.name ?? nodePool.id,
    region,
    compartmentId: nodePool.compartmentId ?? cluster?.compartmentId ?? "",
    vcnId: cluster?.vcnId ?? null,
    lifecycleState,
    cluster: clusterOfPool(context.index, clusterId),
    owner,
  };
  const primary = context.assess(nodePool.primaryVnic?.securityAttributes ?? []);
  const secondarySet = secondaryVnicsSet(nodePool.secondaryVnics);
  const secondary = context.assess(secondarySet.securityAttributes);
  const pool = { isLegacy: isLegacyNodePool(nodePool), secondaryVnicCount: nodePool.secondaryVnics.length };
  const facts = { lifecycleState, owner, eligibility };
  return [
    {
      ...common,
      id: `${nodePool.id}:primary-vnic`,
      kind: "node-pool-primary-vnic",
      securityAttributes: primary,
      differingVnics: null,
      edit: editOffersOf({ ...facts, kind: "node-pool-primary-vnic", securityAttributes: primary }),
    },
    {
      ...common,
      id: `${nodePool.id}:secondary-vnics`,
      kind: "node-pool-secondary-vnics",
      securityAttributes: secondary,
      differingVnics:
        secondarySet.differing?.map((vnic) => ({
          ...vnic,
          securityAttributes: context.assess(vnic.securityAttributes),
        })) ?? null,
      edit: editOffersOf({ ...facts, kind: "node-pool-secondary-vnics", securityAttributes: secondary, pool }),
    },
  ];
};

type Balancing = Regional<LoadBalancer | NetworkLoadBalancer | MountTarget>;

const matchedResource = (
  context: Context,
  kind: "load-balancer" | "network-load-balancer" | "mount-target",
  item: Balancing,
  { cluster, owner, vcnId }: ResourceMatch,
): ProtectedResource => {
  const securityAttributes = context.assess(item.securityAttributes);
  const { lifecycleState } = item;
  return {
    id: item.id,
    ocid: item.id,
    kind,
    displayName: item.displayName ?? item.id,
    region: item.region,
    compartmentId: item.compartmentId,
    vcnId,
    lifecycleState,
    cluster,
    owner,
    securityAttributes,
    differingVnics: null,
    // A load balancer may carry attributes whatever the cluster behind it can do.
    edit: editOffersOf({ kind, lifecycleState, owner, eligibility: null, securityAttributes }),
  };
};

const vcnResource = (context: Context, vcn: Regional<Vcn>): ProtectedResource => {
  const securityAttributes = context.assess(vcn.securityAttributes);
  const owner = { type: "resource" } as const;
  const { lifecycleState } = vcn;
  return {
    id: vcn.id,
    ocid: vcn.id,
    kind: "vcn",
    displayName: vcn.displayName ?? vcn.id,
    region: vcn.region,
    compartmentId: vcn.compartmentId,
    vcnId: vcn.id,
    lifecycleState,
    cluster: { type: "shared", evidence: "A VCN belongs to no cluster: any number of them may use it." },
    owner,
    securityAttributes,
    differingVnics: null,
    edit: editOffersOf({ kind: "vcn", lifecycleState, owner, eligibility: null, securityAttributes }),
  };
};

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

const inOrder = (index: MatchIndex, resources: readonly ProtectedResource[]): readonly ProtectedResource[] => {
  const kindOrder = new Map<ResourceKind, number>(resourceKinds.map((kind, position) => [kind, position]));
  const rows = resources.map((resource) => {
    const clusterId = "clusterId" in resource.cluster ? resource.cluster.clusterId : null;
    const name = clusterId === null ? null : (index.clusters.get(clusterId)?.name ?? null);
    return { resource, name, clusterId: clusterId ?? "", kind: kindOrder.get(resource.kind) ?? 0 };
  });
  rows.sort(
    (a, b) =>
      Number(a.name === null) - Number(b.name === null) ||
      byText(a.name ?? "", b.name ?? "") ||
      byText(a.clusterId, b.clusterId) ||
      a.kind - b.kind ||
      byText(a.resource.displayName, b.resource.displayName) ||
      byText(a.resource.id, b.resource.id),
  );
  return rows.map(({ resource }) => resource);
};

/**
 * Every surface that can carry security attributes, assessed, matched to its cluster, with who owns its setting and
 * what may be edited. Ordered by cluster name, kind and name, what stands under no cluster last; the order in which the
 * parts were read makes no difference.
 */
export function protectedResourcesFrom(parts: ProtectedResourceParts): readonly ProtectedResource[] {
  const index = matchIndexFrom(parts);
  const eligibilities = new Map(parts.clusters.map((cluster) => [cluster.id, clusterEligibility(cluster)]));
  const context: Context = {
    index,
    eligibilityOf: (clusterId) => eligibilities.get(clusterId ?? "") ?? null,
    assess: (attributes) => assessSecurityAttributes(attributes, parts.catalog),
  };
  return inOrder(index, [
    ...parts.clusters.map((cluster) => clusterEndpointResource(context, cluster)),
    ...parts.nodePools.flatMap((nodePool) => nodePoolResources(context, nodePool)),
    ...parts.loadBalancers.map((item) =>
      matchedResource(context, "load-balancer", item, matchLoadBalancer(index, item)),
    ),
    ...parts.networkLoadBalancers.map((item) =>
      matchedResource(context, "network-load-balancer", item, matchNetworkLoadBalancer(index, item)),
    ),
    ...parts.mountTargets.map((item) => matchedResource(context, "mount-target", item, matchMountTarget(index, item))),
    ...parts.vcns.map((vcn) => vcnResource(context, vcn)),
  ]);
}
