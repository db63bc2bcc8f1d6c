import { guardFindingsNow } from "@/app/api/guard-standing";
import { listChanges } from "@/lib/changes/list-changes";
import { currentDeclarations } from "@/lib/inventory/declarations";
import type { InventoryView } from "@/lib/inventory/inventories";
import type { Inventory } from "@/lib/inventory/inventory";
import { currentNodeReadings } from "@/lib/inventory/nodes/current-node-readings";
import { type Findings, findingsIn } from "@/lib/inventory/projections/findings";
import { indexOf } from "@/lib/inventory/projections/inventory-index";
import type { Compared } from "@/lib/inventory/projections/list-findings";
import { poolTruths } from "@/lib/inventory/projections/node-pool-nodes";
import { resourceStandings } from "@/lib/inventory/resource-standings";
import type { OciContext } from "@/lib/oci/clients";
import type { DeclaredStanding } from "@/lib/oke/declared-standing";
import { type FindingCounts, findingCounts, noFindings } from "@/lib/oke/findings/finding";
import type { NodeCounts } from "@/lib/oke/node-counts";

/** Counted anew for a new reading or a new inventory only: this page's neighbours ask every second. */
const countsOf = new WeakMap<object, { readonly inventory: Inventory; readonly counts: NodeCounts | null }>();
const standingsOf = new WeakMap<
  object,
  { readonly inventory: Inventory; readonly standings: ReturnType<typeof resourceStandings> }
>();

function nodeCountsNow({ principal }: OciContext, inventory: Inventory): ReadonlyMap<string, NodeCounts> {
  const found = new Map<string, NodeCounts>();
  const { nodePools } = indexOf(inventory);
  for (const [id, reading] of currentNodeReadings().readPools(principal)) {
    if (!nodePools.has(id)) continue;
    const known = countsOf.get(reading);
    const counts = known?.inventory === inventory ? known.counts : (poolTruths(inventory, reading)?.counts ?? null);
    countsOf.set(reading, { inventory, counts });
    if (counts !== null) found.set(id, counts);
  }
  return found;
}

function standingsNow(ociContext: OciContext, inventory: Inventory) {
  const standings = new Map<string, DeclaredStanding>();
  let read = 0;
  const declarations = new Map(
    currentDeclarations()
      .peekAll(ociContext)
      .map((each) => [each.clusterId, each]),
  );
  // In the order of the clusters, not of who looked last: of two that tell of one resource always the same counts.
  for (const cluster of declarations.size === 0 ? [] : inventory.clusters) {
    const declaration = declarations.get(cluster.id);
    if (declaration === undefined) continue;
    if (declaration.coverage.some(({ outcome }) => outcome === "read")) read += 1;
    const known = standingsOf.get(declaration);
    const made = known?.inventory === inventory ? known.standings : resourceStandings(inventory, cluster, declaration);
    standingsOf.set(declaration, { inventory, standings: made });
    for (const { resource, standing } of made) standings.set(resource.id, standing);
  }
  return { standings, read };
}

/** The findings with all that has been read by now. Reads nothing itself. */
export function findingsNow(
  ociContext: OciContext,
  inventory: Inventory,
): { readonly findings: Findings; readonly compared: Compared } {
  const nodeCounts = nodeCountsNow(ociContext, inventory);
  const { standings, read } = standingsNow(ociContext, inventory);
  const changes = listChanges(ociContext, { running: false });
  return {
    findings: findingsIn(inventory, {
      changes,
      standings,
      nodeCounts,
      guards: guardFindingsNow(ociContext, inventory),
    }),
    compared: {
      comparedNodePools: { read: nodeCounts.size, total: inventory.nodePools.length },
      comparedClusters: { read, total: inventory.clusters.length },
    },
  };
}

/** How many findings there are; none while there is nothing to see. */
export const findingCountsNow = (ociContext: OciContext, { inventory }: InventoryView): FindingCounts =>
  inventory === null ? noFindings : findingCounts(findingsNow(ociContext, inventory).findings.all);
