import "server-only";
import { inRegion } from "@/lib/inventory/in-region";
import type { Ledger } from "@/lib/inventory/ledger";
import type { ScopeObjects, ScopeResult } from "@/lib/inventory/scope-result";
import type { OciContext } from "@/lib/oci/clients";
import { listClusters } from "@/lib/oci/clusters";
import { listLoadBalancers } from "@/lib/oci/load-balancers";
import { listNetworkLoadBalancers } from "@/lib/oci/network-load-balancers";
import { getNodePool, listNodePools, listVirtualNodePools } from "@/lib/oci/node-pools";

type Place = { readonly region: string; readonly compartmentId: string };

/** How the objects of one kind in one compartment are listed. */
export type CompartmentRead = {
  readonly operation: string;
  readonly service: string;
  readonly read: (context: OciContext, place: Place) => Promise<ScopeObjects>;
};
/** What is seen first, and what takes longest: each node pool that it lists is then read by itself. */
export const clusterReads: readonly CompartmentRead[] = [
  {
    operation: "listClusters",
    service: "containerengine",
    read: async (context, place) => ({ clusters: inRegion(place.region, await listClusters(context, place)) }),
  },
  {
    operation: "listNodePools",
    service: "containerengine",
    read: async (context, place) => ({ nodePools: inRegion(place.region, await listNodePools(context, place)) }),
  },
  {
    operation: "listVirtualNodePools",
    service: "containerengine",
    read: async (context, place) => ({
      virtualNodePools: inRegion(place.region, await listVirtualNodePools(context, place)),
    }),
  },
];

/** What stands beside clusters. A new kind is one more line. */
export const otherReads: readonly CompartmentRead[] = [
  {
    operation: "listLoadBalancers",
    service: "loadbalancer",
    read: async (context, place) => ({
      loadBalancers: inRegion(place.region, await listLoadBalancers(context, place)),
    }),
  },
  {
    operation: "listNetworkLoadBalancers",
    service: "networkloadbalancer",
    read: async (context, place) => ({
      networkLoadBalancers: inRegion(place.region, await listNetworkLoadBalancers(context, place)),
    }),
  },
];

/** Reads some kinds in the given compartments of the given regions; failures go into the ledger. */
export async function readCompartments(
  context: OciContext,
  ledger: Ledger,
  kinds: readonly CompartmentRead[],
  { regions, compartmentIds }: { readonly regions: readonly string[]; readonly compartmentIds: readonly string[] },
): Promise<readonly ScopeResult[]> {
  return Promise.all(
    kinds.flatMap((kind) =>
      compartmentIds.flatMap((compartmentId) =>
        regions.map((region) => readList(context, ledger, kind, { region, compartmentId })),
      ),
    ),
  );
}

async function readList(
  context: OciContext,
  ledger: Ledger,
  kind: CompartmentRead,
  place: Place,
): Promise<ScopeResult> {
  const scope = { operation: kind.operation, ...place, target: null };
  const result = await ledger.read(kind.service, scope, () => kind.read(context, place));
  const { entry, objects } = result;
  // Pools kept from an earlier pass are shown as they were: their region does not answer now.
  const nodePools = entry.outcome === "read" ? (objects.nodePools ?? []) : [];
  await Promise.all(nodePools.map((pool) => readNodes(context, ledger, place, pool.id)));
  return result;
}

/** Only the read of a single pool tells its nodes. */
async function readNodes(context: OciContext, ledger: Ledger, place: Place, nodePoolId: string): Promise<void> {
  const scope = { operation: "getNodePool", ...place, target: nodePoolId };
  await ledger.read("containerengine", scope, async () => {
    const { nodePool } = await getNodePool(context, { region: place.region, nodePoolId });
    return { nodePoolWithNodes: { ...nodePool, region: place.region } };
  });
}
