import type { RegionState } from "@/emulator/core/tenancy";

/**
 * The compartments that a request is about: the one it names in its query, and those of the resources whose ids stand
 * in its path. Faults can be aimed at a compartment by it.
 */
export function subjectCompartments(
  region: RegionState,
  request: { readonly query: URLSearchParams; readonly pathParameters: ReadonlyMap<string, string> },
): readonly string[] {
  const named = request.query.getAll("compartmentId");
  const collections = [
    region.clusters,
    region.nodePools,
    region.virtualNodePools,
    region.vcns,
    region.subnets,
    region.instances,
    region.vnics,
    region.loadBalancers,
    region.networkLoadBalancers,
    region.mountTargets,
    region.workRequests,
  ];
  const owned = [...request.pathParameters.values()].flatMap((id) =>
    collections.flatMap((collection) => collection.get(id)?.value.compartmentId ?? []),
  );
  return [...named, ...owned];
}
