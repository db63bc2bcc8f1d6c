import type { Cluster } from "@/lib/oke/cluster";
import type { LoadBalancer, NetworkLoadBalancer } from "@/lib/oke/load-balancer";
import type { MountTarget } from "@/lib/oke/mount-target";
import type { Subnet, Vcn } from "@/lib/oke/network";
import type { NodePool } from "@/lib/oke/node-pool";
import type { ProtectedResource } from "@/lib/oke/protected-resource";
import { resourceKindFacts } from "@/lib/oke/resource-kind";
import { assessSecurityAttributes } from "@/lib/zpr/attribute-verdict";
import {
  type EndpointAddresses,
  type ReachAttribute,
  reachAttributesFrom,
  type ReachEndpoint,
  type ReachVcn,
  type ReachWorld,
} from "@/lib/zpr/reach/reach-world";
import { attributesOfVnics } from "@/lib/zpr/reach/vnic-attributes";
import type { SecurityAttributeCatalog } from "@/lib/zpr/security-attribute-namespace";
import type { ZprPolicyList } from "@/lib/zpr/zpr-policy";

type Regional<T> = T & { readonly region: string };

/** The lists of an inventory that a world is made of. */
export type ReachWorldParts = {
  readonly catalog: SecurityAttributeCatalog;
  readonly clusters: readonly Regional<Cluster>[];
  readonly nodePools: readonly Regional<NodePool>[];
  readonly loadBalancers: readonly Regional<LoadBalancer>[];
  readonly networkLoadBalancers: readonly Regional<NetworkLoadBalancer>[];
  readonly mountTargets: readonly Regional<MountTarget>[];
  readonly vcns: readonly Regional<Vcn>[];
  readonly subnets: readonly Regional<Subnet>[];
  readonly resources: readonly ProtectedResource[];
  /** Whether all resources of these kinds were read. */
  readonly areResourcesComplete: boolean;
};

const byId = <T extends { readonly id: string }>(items: readonly T[]): ReadonlyMap<string, T> =>
  new Map(items.map((item) => [item.id, item]));

type Where = { readonly addresses: readonly string[] } | { readonly subnetIds: readonly (string | null)[] } | null;

function whereFrom(parts: ReachWorldParts): (resource: ProtectedResource) => Where {
  const [clusters, nodePools] = [byId(parts.clusters), byId(parts.nodePools)];
  const [balancers, networkBalancers] = [byId(parts.loadBalancers), byId(parts.networkLoadBalancers)];
  const mountTargets = byId(parts.mountTargets);
  /** Of a public balancer the private addresses, which ZPR sees, are not told. */
  const balancing = (
    { ipAddresses }: Pick<LoadBalancer, "ipAddresses">,
    subnetIds: readonly (string | null)[],
  ): Where =>
    ipAddresses.length > 0 && ipAddresses.every(({ isPublic }) => isPublic === false)
      ? { addresses: ipAddresses.map(({ ipAddress }) => ipAddress) }
      : { subnetIds };
  return ({ kind, ocid }) => {
    switch (kind) {
      case "cluster-endpoint": {
        const { endpointConfig = null, endpoints = null } = clusters.get(ocid) ?? {};
        if (endpointConfig === null) return null;
        const [, address] = /^\[?([^\]]+?)\]?(?::\d+)?$/u.exec(endpoints?.privateEndpoint ?? "") ?? [];
        return address === undefined ? { subnetIds: [endpointConfig.subnetId] } : { addresses: [address] };
      }
      case "node-pool-primary-vnic": {
        const pool = nodePools.get(ocid);
        const placed = pool?.nodeConfigDetails?.placementConfigs ?? [];
        return { subnetIds: [...placed, ...(pool?.nodes ?? [])].map(({ subnetId }) => subnetId) };
      }
      case "node-pool-secondary-vnics": {
        const pool = nodePools.get(ocid);
        const pods = pool?.nodeConfigDetails?.nodePoolPodNetworkOptionDetails?.podSubnetIds ?? [];
        const secondary = (pool?.secondaryVnics ?? []).map(({ createVnicDetails }) => createVnicDetails.subnetId);
        return secondary.length + pods.length === 0 ? null : { subnetIds: secondary.length > 0 ? secondary : pods };
      }
      case "load-balancer": {
        const found = balancers.get(ocid);
        return found ? balancing(found, found.subnetIds) : { subnetIds: [] };
      }
      case "network-load-balancer": {
        const found = networkBalancers.get(ocid);
        return found ? balancing(found, [found.subnetId]) : { subnetIds: [] };
      }
      case "mount-target":
        return { subnetIds: [mountTargets.get(ocid)?.subnetId ?? null] };
      case "vcn":
        return null;
    }
  };
}

const attributesOfEndpoint = ({ securityAttributes, differingVnics }: ProtectedResource): readonly ReachAttribute[] =>
  differingVnics === null
    ? reachAttributesFrom(securityAttributes)
    : attributesOfVnics(differingVnics.map((vnic) => reachAttributesFrom(vnic.securityAttributes)));

const gone: readonly string[] = ["DELETED", "TERMINATED", "FAILED"];

/**
 * The world that ZPR rules over, from what was read. A node pool stands in it with what it gives to new nodes; nodes
 * that run already may carry an older set.
 */
export function reachWorldFrom(parts: ReachWorldParts, policies: ZprPolicyList | null): ReachWorld {
  const [subnets, vcns] = [byId(parts.subnets), byId(parts.vcns)];
  const whereOf = whereFrom(parts);
  const addressesOf = (where: NonNullable<Where>, vcnId: string | null): EndpointAddresses => {
    if ("addresses" in where) return { kind: "known", addresses: where.addresses };
    const blocks = where.subnetIds.map((id) => subnets.get(id ?? "")?.cidrBlock ?? null);
    const known = [...new Set(blocks.flatMap((block) => block ?? []))];
    if (known.length > 0 && blocks.every((block) => block !== null)) return { kind: "within", blocks: known };
    const ofVcn = vcns.get(vcnId ?? "")?.cidrBlocks ?? [];
    return ofVcn.length === 0 ? { kind: "unknown" } : { kind: "within", blocks: ofVcn };
  };
  const endpoints = parts.resources.flatMap((resource): readonly ReachEndpoint[] => {
    const where = gone.includes(resource.lifecycleState) ? null : whereOf(resource);
    if (where === null) return [];
    const { id, displayName: name, kind, vcnId } = resource;
    const attributes = attributesOfEndpoint(resource);
    return [{ id, name, kind: resourceKindFacts[kind].label, vcnId, attributes, addresses: addressesOf(where, vcnId) }];
  });
  return {
    vcns: parts.vcns.filter(({ lifecycleState }) => !gone.includes(lifecycleState)).map((vcn) => vcnFrom(vcn, parts)),
    endpoints,
    policies: policies?.policies ?? [],
    isPolicyListComplete: policies?.isComplete ?? false,
    isEndpointListComplete: parts.areResourcesComplete,
  };
}

function vcnFrom(vcn: Regional<Vcn>, { catalog }: ReachWorldParts): ReachVcn {
  return {
    id: vcn.id,
    name: vcn.displayName ?? vcn.id,
    region: vcn.region,
    attributes: reachAttributesFrom(assessSecurityAttributes(vcn.securityAttributes, catalog)),
    cidrBlocks: vcn.cidrBlocks.length === 0 ? null : vcn.cidrBlocks,
    isZprOnly: vcn.isZprOnly === true,
  };
}
