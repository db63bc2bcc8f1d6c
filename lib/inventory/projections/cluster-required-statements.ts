import type { RequiredStatementsResponse } from "@/lib/contract/required-statements";
import type { Inventory } from "@/lib/inventory/inventory";
import { clusterCompleteness } from "@/lib/inventory/projections/cluster-completeness";
import { clusterSurfaces } from "@/lib/inventory/projections/cluster-surfaces";
import { indexOf } from "@/lib/inventory/projections/inventory-index";
import { readingState } from "@/lib/inventory/projections/list-zpr-policies";
import type { Reading } from "@/lib/oke/readiness/reading";
import { requiredStatements } from "@/lib/oke/required-statements/required-statements";
import type { ZprPolicy } from "@/lib/zpr/zpr-policy";

/** Answers `GET /api/clusters/{id}/required-statements`; `null` when the inventory has no such cluster. */
export function clusterRequiredStatements(
  inventory: Inventory,
  clusterId: string,
  policies: Reading<readonly ZprPolicy[]>,
): RequiredStatementsResponse | null {
  const { clusters, resources } = indexOf(inventory);
  const cluster = clusters.get(clusterId);
  if (!cluster) return null;
  return {
    clusterId,
    statements: requiredStatements({
      surfaces: clusterSurfaces(inventory, cluster),
      vcnAttributes: resources.get(cluster.vcnId ?? "")?.securityAttributes ?? null,
      policies: policies.state === "read" ? { policies: policies.value, isComplete: true } : null,
    }),
    policies: readingState(policies),
    revision: inventory.revision,
    completeness: clusterCompleteness(inventory, cluster),
  };
}
