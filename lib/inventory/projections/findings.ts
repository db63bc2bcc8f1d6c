import type { FindingListItem } from "@/lib/contract/findings";
import type { Inventory } from "@/lib/inventory/inventory";
import { clusterIdOf, indexOf } from "@/lib/inventory/projections/inventory-index";
import { type Finding, type FindingCounts, noFindings } from "@/lib/oke/findings/finding";
import { findingRuleFacts } from "@/lib/oke/findings/finding-rules";
import { furtherFindings, type FurtherReadings } from "@/lib/oke/findings/further-findings";
import { inventoryFindings } from "@/lib/oke/findings/inventory-findings";

/** Everything that is wrong, and how much of it with each resource and under each cluster. */
export type Findings = {
  readonly all: readonly FindingListItem[];
  readonly ofResource: (resourceId: string) => FindingCounts;
  readonly ofCluster: (clusterId: string) => FindingCounts;
};

function rowOf(inventory: Inventory, finding: Finding): readonly FindingListItem[] {
  const index = indexOf(inventory);
  const resource = index.resources.get(finding.resourceId);
  if (resource === undefined) return [];
  const clusterId = clusterIdOf(resource);
  const { displayName, region, compartmentId } = resource;
  return [
    {
      ...finding,
      title: findingRuleFacts[finding.rule].title,
      displayName,
      region,
      compartmentId,
      compartmentName: index.compartmentName(compartmentId),
      clusterId,
      clusterName: clusterId === null ? null : (index.clusters.get(clusterId)?.name ?? clusterId),
    },
  ];
}

const rowsOfPass = new WeakMap<Inventory, readonly FindingListItem[]>();

/** What the pass alone shows; made once for each inventory. */
function fromPass(inventory: Inventory): readonly FindingListItem[] {
  const known = rowsOfPass.get(inventory);
  if (known) return known;
  const made = inventoryFindings(inventory).flatMap((finding) => rowOf(inventory, finding));
  rowsOfPass.set(inventory, made);
  return made;
}

function countsBy(
  rows: readonly FindingListItem[],
  keyOf: (row: FindingListItem) => string | null,
): ReadonlyMap<string, FindingCounts> {
  const counts = new Map<string, FindingCounts>();
  for (const row of rows) {
    const key = keyOf(row);
    if (key === null) continue;
    const known = counts.get(key) ?? noFindings;
    counts.set(key, { ...known, [row.severity]: known[row.severity] + 1 });
  }
  return counts;
}

const keptOf = new WeakMap<Inventory, { readonly further: string; readonly findings: Findings }>();

/**
 * The findings of an inventory, with those of what was read besides. The same object as long as they are the same: most
 * requests ask for them, and what a list knows of its rows' order is kept with the rows.
 */
export function findingsIn(inventory: Inventory, readings: FurtherReadings): Findings {
  const more = furtherFindings(indexOf(inventory).resources, readings);
  const further = JSON.stringify(more);
  const known = keptOf.get(inventory);
  if (known?.further === further) return known.findings;
  const findings = findingsOf([...fromPass(inventory), ...more.flatMap((finding) => rowOf(inventory, finding))]);
  keptOf.set(inventory, { further, findings });
  return findings;
}

function findingsOf(all: readonly FindingListItem[]): Findings {
  const byResource = countsBy(all, ({ resourceId }) => resourceId);
  const byCluster = countsBy(all, ({ clusterId }) => clusterId);
  return {
    all,
    ofResource: (id) => byResource.get(id) ?? noFindings,
    ofCluster: (id) => byCluster.get(id) ?? noFindings,
  };
}
