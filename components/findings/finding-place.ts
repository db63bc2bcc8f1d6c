import type { FindingListItem } from "@/lib/contract/findings";
import { routes } from "@/lib/routes";

/** The page on which a finding is looked at and cured. */
export function findingHref({ place }: Pick<FindingListItem, "place">): string {
  switch (place.type) {
    case "cluster":
      return routes.cluster(place.id, "readiness");
    case "node-pool-nodes":
      return routes.nodePool(place.id, "nodes");
    case "guards":
      return routes.guards();
    case "resource":
      return routes.resource(place.id);
  }
}
