import type { Inventory } from "@/lib/inventory/inventory";
import { clusterIdOf, indexOf } from "@/lib/inventory/projections/inventory-index";
import { lintFactsOf } from "@/lib/inventory/projections/lint-facts";
import type { LintFacts, LintNodePool } from "@/lib/zpr/policy-lint/lint-facts";

function nodePoolsOf(inventory: Inventory): readonly LintNodePool[] {
  const { resources, clusters } = indexOf(inventory);
  return inventory.resources
    .filter(({ kind }) => kind === "node-pool-primary-vnic")
    .map((resource) => {
      const cluster = clusters.get(clusterIdOf(resource) ?? "");
      return {
        name: resource.displayName,
        cluster: cluster === undefined ? null : { id: cluster.id, name: cluster.name ?? cluster.id },
        primaryVnicAttributes: resource.securityAttributes,
        vcnAttributes: resources.get(resource.vcnId ?? "")?.securityAttributes ?? null,
      };
    });
}

/** The facts for the linter, with which cluster each node pool belongs to: its findings name it, and lead there. */
export function lintFactsWithClusters(inventory: Inventory | null, isEveryPolicy: boolean): LintFacts {
  const facts = lintFactsOf(inventory, isEveryPolicy);
  return inventory === null || facts.nodePools === null ? facts : { ...facts, nodePools: nodePoolsOf(inventory) };
}
