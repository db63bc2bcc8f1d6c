import type { Completeness } from "@/lib/contract/page";
import { isCatalogScope } from "@/lib/inventory/catalog-from";
import type { CoverageEntry, Inventory } from "@/lib/inventory/inventory";
import { completenessOf, isGround } from "@/lib/inventory/projections/completeness";
import { indexOf } from "@/lib/inventory/projections/inventory-index";

/** Everything of the cluster's region, but of other clusters' node pools, and what both need. */
const concernsOf =
  (cluster: Inventory["clusters"][number], nodePoolIds: readonly string[]) =>
  (entry: CoverageEntry): boolean =>
    isGround(entry) ||
    isCatalogScope(entry) ||
    (entry.region === cluster.region &&
      entry.operation !== "getTenancy" &&
      (entry.operation !== "getNodePool" || nodePoolIds.includes(entry.target ?? "")));

/** How complete what is said of one cluster is. */
export function clusterCompleteness(inventory: Inventory, cluster: Inventory["clusters"][number]): Completeness {
  const nodePools = indexOf(inventory).nodePoolsOfCluster.get(cluster.id) ?? [];
  const nodePoolIds = nodePools.map(({ id }) => id);
  return completenessOf(inventory, concernsOf(cluster, nodePoolIds));
}
