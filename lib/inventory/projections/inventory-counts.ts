import type { InventoryCounts, ScopedCounts } from "@/lib/contract/inventory";
import type { Inventory } from "@/lib/inventory/inventory";
import { clusterRows } from "@/lib/inventory/projections/cluster-rows";
import { completenessOf, everything, nothingYet } from "@/lib/inventory/projections/completeness";
import type { Findings } from "@/lib/inventory/projections/findings";
import { inScope, type ScopeRequest } from "@/lib/inventory/projections/in-scope";
import { isProtected, isStaleResource, verdictsOf } from "@/lib/inventory/projections/resource-attributes";
import { findingCounts, noFindings } from "@/lib/oke/findings/finding";

type OwnCounts = Omit<InventoryCounts, "findings" | "guards">;

/** Of an inventory of which nothing is there yet. */
export const noCounts: InventoryCounts = {
  clusters: 0,
  nodePools: 0,
  resources: 0,
  protectedResources: 0,
  unprotectedResources: 0,
  staleResources: 0,
  attributes: verdictsOf([]),
  findings: noFindings,
  guards: null,
  clustersNotEligible: 0,
  unmatchedResources: 0,
};

function countsFrom(inventory: Inventory, request: ScopeRequest): OwnCounts {
  const scope = inScope(inventory, request);
  const resources = scope.of(inventory.resources);
  const protectedResources = resources.filter(isProtected).length;
  const clusters = scope.of(clusterRows(inventory));
  return {
    clusters: clusters.length,
    nodePools: scope.of(inventory.nodePools).length,
    resources: resources.length,
    protectedResources,
    unprotectedResources: resources.length - protectedResources,
    staleResources: resources.filter(isStaleResource).length,
    attributes: verdictsOf(resources),
    clustersNotEligible: clusters.filter(({ eligibility }) => eligibility.state === "not-eligible").length,
    unmatchedResources: resources.filter(({ cluster }) => cluster.type === "unmatched" || cluster.type === "orphan")
      .length,
  };
}

const counts = new WeakMap<Inventory, OwnCounts>();

/** How much there is in the whole tenancy; counted once for each inventory. */
export function countsOf(inventory: Inventory): OwnCounts {
  const known = counts.get(inventory) ?? countsFrom(inventory, {});
  counts.set(inventory, known);
  return known;
}

/**
 * Answers `GET /api/inventory/counts`: how much there is in a part of the tenancy, and how complete that is. The guards
 * are about the whole of it.
 */
export const scopedCounts = (
  inventory: Inventory,
  findings: Findings,
  guards: InventoryCounts["guards"],
  request: ScopeRequest,
): ScopedCounts => ({
  counts: {
    ...countsFrom(inventory, request),
    findings: findingCounts(inScope(inventory, request).of(findings.all)),
    guards,
  },
  completeness: completenessOf(inventory, inScope(inventory, request).concerns(everything)),
});

/** The same before anything was read. */
export const noScopedCounts: ScopedCounts = { counts: noCounts, completeness: nothingYet };
