import "server-only";
import type { Inventory } from "@/lib/inventory/inventory";
import type { FreshRead, ResourceKindAdapter } from "@/lib/inventory/kinds/resource-kind-adapter";
import { podAddressesOf } from "@/lib/inventory/nodes/pod-addresses";
import { resourceKindAdapters } from "@/lib/inventory/resource-kinds";
import type { OciContext } from "@/lib/oci/clients";
import { OciRequestError } from "@/lib/oci/errors";
import type { PodAddress } from "@/lib/oke/match-index";
import type { FreshResource, ProtectedResource } from "@/lib/oke/protected-resource";
import { protectedResourcesFrom } from "@/lib/oke/protected-resources";

/** A fresh read of one resource with all that a write of it needs. */
export type FreshlyRead = {
  readonly fresh: FreshResource;
  readonly read: FreshRead;
  readonly adapter: ResourceKindAdapter;
};

/** The inventory's lists without this object. */
function without(inventory: Inventory, ocid: string): Inventory {
  const others = <T extends { readonly id: string }>(items: readonly T[]) => items.filter(({ id }) => id !== ocid);
  return {
    ...inventory,
    clusters: others(inventory.clusters),
    nodePools: others(inventory.nodePools),
    loadBalancers: others(inventory.loadBalancers),
    networkLoadBalancers: others(inventory.networkLoadBalancers),
    mountTargets: others(inventory.mountTargets),
    vcns: others(inventory.vcns),
  };
}

/**
 * The resource as the inventory's reasoning sees it with what was read just now. Throws `UnexpectedResponse` when that
 * is another resource: the set that is known must not stand in, or it would be written over a newer one.
 */
function derive(
  inventory: Inventory,
  known: ProtectedResource,
  read: FreshRead,
  podAddresses: readonly PodAddress[],
): ProtectedResource {
  const placed = read.placeIn(without(inventory, known.ocid));
  // Resources that are matched to clusters do not depend on each other, so one is enough of those.
  const only = <T extends { readonly id: string }>(items: readonly T[]) => items.filter(({ id }) => id === known.ocid);
  const resources = protectedResourcesFrom({
    ...placed,
    loadBalancers: only(placed.loadBalancers),
    networkLoadBalancers: only(placed.networkLoadBalancers),
    mountTargets: only(placed.mountTargets),
    vcns: only(placed.vcns),
    podAddresses,
    catalog: inventory.catalog,
  });
  const resource = resources.find(({ id }) => id === known.id);
  if (resource !== undefined) return resource;
  const message = `The answer about ${known.id} is about another resource.`;
  throw new OciRequestError({ code: "UnexpectedResponse", message, operation: "get" });
}

/**
 * Reads one resource of the inventory anew. `null` when the inventory has no resource of that id. Throws
 * `OciRequestError`.
 */
export async function readFresh(
  ociContext: OciContext,
  inventory: Inventory,
  resourceId: string,
): Promise<FreshlyRead | null> {
  const known = inventory.resources.find(({ id }) => id === resourceId);
  if (known === undefined) return null;
  const adapter = resourceKindAdapters[known.kind];
  const read = await adapter.read(ociContext, known);
  const resource = derive(inventory, known, read, podAddressesOf(ociContext.principal));
  return { fresh: { resource, etag: read.etag, readAt: new Date().toISOString() }, read, adapter };
}

/** One fresh read of one resource, with the etag to edit it with; otherwise as `readFresh`. */
export async function readFreshResource(
  ociContext: OciContext,
  inventory: Inventory,
  resourceId: string,
): Promise<FreshResource | null> {
  return (await readFresh(ociContext, inventory, resourceId))?.fresh ?? null;
}
