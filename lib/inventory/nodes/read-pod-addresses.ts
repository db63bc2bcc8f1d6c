import "server-only";
import type { Inventory } from "@/lib/inventory/inventory";
import type { PoolReading, UnpooledReading } from "@/lib/inventory/nodes/nodes-reading";
import type { NodesReader } from "@/lib/inventory/nodes/read-nodes";
import type { ScopeResult } from "@/lib/inventory/scope-result";
import { listPrivateIps } from "@/lib/oci/network";
import { isInCidrBlock } from "@/lib/oke/cidr-block";
import type { PodAddress } from "@/lib/oke/match-index";
import type { AttachedVnic } from "@/lib/oke/node-vnics";

type Cluster = Inventory["clusters"][number];

/** A subnet of the cluster's VCN that has backends of load balancers in it, with their addresses. */
export type BackendSubnet = { readonly id: string; readonly addresses: ReadonlySet<string> };

/** The subnets of a cluster's VCN in which load balancers have backends: only there an address has to be looked up. */
export function backendSubnetsOf(inventory: Inventory, { vcnId, region }: Cluster): readonly BackendSubnet[] {
  if (vcnId === null) return [];
  const balancers = [...inventory.loadBalancers, ...inventory.networkLoadBalancers].filter(
    (balancer) => balancer.region === region,
  );
  const backends = new Set(
    balancers.flatMap(({ backendSets }) =>
      backendSets.flatMap(({ value }) => value.backends.flatMap(({ ipAddress }) => ipAddress ?? [])),
    ),
  );
  return inventory.subnets
    .filter((subnet) => subnet.vcnId === vcnId)
    .flatMap(({ id, cidrBlock }) => {
      const addresses = new Set([...backends].filter((ip) => cidrBlock !== null && isInCidrBlock(ip, cidrBlock)));
      return addresses.size === 0 ? [] : [{ id, addresses }];
    });
}

const secondaryOf = (vnics: readonly AttachedVnic[] | null) =>
  (vnics ?? []).filter(({ vnic }) => vnic !== null && vnic.isPrimary !== true);

/**
 * The addresses of a cluster's pods that load balancers have for backends. OCI lists addresses subnet by subnet; those
 * of the secondary VNICs that this reading found on the cluster's nodes are its pods'.
 */
export async function readPodAddresses(
  { ociContext, ledger }: NodesReader,
  { id: clusterId, region }: Cluster,
  {
    subnets,
    pools,
    unpooled,
  }: {
    readonly subnets: readonly BackendSubnet[];
    readonly pools: readonly PoolReading[];
    readonly unpooled: UnpooledReading;
  },
): Promise<{ readonly addresses: readonly PodAddress[]; readonly results: readonly ScopeResult[] }> {
  const vnics = [
    ...pools.flatMap(({ nodes }) => (nodes ?? []).flatMap((node) => secondaryOf(node.vnics))),
    ...unpooled.nodes.flatMap((node) => secondaryOf(node.vnics)),
  ];
  const vnicIds = new Set(vnics.map(({ vnicId }) => vnicId));
  const subnetIds = new Set(vnics.map(({ subnetId }) => subnetId));
  const reads = subnets
    .filter(({ id }) => subnetIds.has(id))
    .map(async ({ id: subnetId, addresses }) => {
      const scope = { operation: "listPrivateIps", region, compartmentId: null, target: subnetId };
      const result = await ledger.read("virtualnetwork", scope, async () => ({
        privateIps: await listPrivateIps(ociContext, { region, subnetId }),
      }));
      const found = (result.objects.privateIps ?? [])
        .filter(({ ipAddress, vnicId }) => addresses.has(ipAddress) && vnicIds.has(vnicId ?? ""))
        .map(({ ipAddress }): PodAddress => ({ subnetId, ipAddress, clusterId }));
      return { result, found };
    });
  const done = await Promise.all(reads);
  return { addresses: done.flatMap(({ found }) => found), results: done.map(({ result }) => result) };
}
