import type { ClusterDeclaration } from "@/lib/inventory/declaration";
import type { Inventory } from "@/lib/inventory/inventory";
import { manifestSubjects } from "@/lib/inventory/manifest-subjects";
import { declaredStanding } from "@/lib/oke/compare-declared";
import type { DeclaredLookup, KubernetesLists } from "@/lib/oke/declared-setting";
import type { DeclaredStanding } from "@/lib/oke/declared-standing";
import { findDeclared } from "@/lib/oke/find-declared";
import type { ProtectedResource } from "@/lib/oke/protected-resource";
import { resourceKindFacts } from "@/lib/oke/resource-kind";

type Cluster = Inventory["clusters"][number];

/** A resource with how what is declared for it stands to what it stores. */
export type ResourceStanding = {
  readonly resource: ProtectedResource;
  readonly lookup: DeclaredLookup;
  readonly standing: DeclaredStanding;
};

/** The standing of every resource that a manifest of the cluster owns, or may own for all that could be read. */
export function resourceStandings(
  inventory: Inventory,
  cluster: Cluster,
  {
    lists,
    events,
    hosts,
    finishedAt,
  }: Pick<ClusterDeclaration, "events" | "hosts" | "finishedAt"> & { readonly lists: KubernetesLists },
): readonly ResourceStanding[] {
  return manifestSubjects(inventory, cluster, hosts).flatMap(({ resource, subject, isOfCluster }) => {
    const lookup = findDeclared(subject, lists);
    if (lookup === null || (!isOfCluster && lookup.type !== "found")) return [];
    const standing = declaredStanding(lookup, {
      stored: resource.securityAttributes,
      cap: resourceKindFacts[resource.kind].cap,
      catalog: inventory.catalog,
      events: lookup.type === "found" ? (events.get(lookup.setting.uid) ?? []) : [],
      readAt: finishedAt,
    });
    return [{ resource, lookup, standing }];
  });
}

/** The UIDs of the objects that own one of the resources. */
export const ownerUidsOf = (standings: readonly ResourceStanding[]): ReadonlySet<string> =>
  new Set(standings.flatMap(({ lookup }) => (lookup.type === "found" ? [lookup.setting.uid] : [])));
