import type { NodePoolNodes, NodeReading, NodeTruthItem, NodeVnic } from "@/lib/contract/nodes";
import type { CoverageEntry, Inventory } from "@/lib/inventory/inventory";
import type { ReadingView } from "@/lib/inventory/nodes/node-readings";
import type { PoolReading, UnpooledReading } from "@/lib/inventory/nodes/nodes-reading";
import { completenessFrom, nothingYet } from "@/lib/inventory/projections/completeness";
import { indexOf } from "@/lib/inventory/projections/inventory-index";
import { scopeKey } from "@/lib/inventory/scope-result";
import { nodeCounts } from "@/lib/oke/node-counts";
import type { NodePool } from "@/lib/oke/node-pool";
import { nodeTruths, type NodeTruth, type PresentSets, type VnicTruth } from "@/lib/oke/node-truth";
import { secondaryVnicName } from "@/lib/oke/node-vnics";

/** What the pool gives to new nodes, as its page shows it: a single read after a change is newer than the list. */
function presentSetsOf(inventory: Inventory, pool: NodePool): PresentSets {
  const { resources } = indexOf(inventory);
  const secondary = resources.get(`${pool.id}:secondary-vnics`);
  return {
    primary: resources.get(`${pool.id}:primary-vnic`)?.securityAttributes ?? pool.primaryVnic?.securityAttributes ?? [],
    secondary: pool.secondaryVnics.map(
      ({ createVnicDetails }, index) =>
        secondary?.differingVnics?.[index]?.securityAttributes ??
        secondary?.securityAttributes ??
        createVnicDetails.securityAttributes,
    ),
  };
}

const isOwnSet = ({ state }: VnicTruth): boolean => state !== "in-step" && state !== "not-readable";

const vnicItem = (vnic: VnicTruth): NodeVnic => ({ ...vnic, carried: isOwnSet(vnic) ? vnic.carried : null });

const nodeItem = ({ node, launchedAt, isInStep, primary, secondary, unmanaged }: NodeTruth): NodeTruthItem => ({
  id: node.id,
  name: node.name ?? node.id ?? "node",
  lifecycleState: node.lifecycleState,
  launchedAt,
  isInStep,
  primary: vnicItem(primary),
  secondary: secondary.map(vnicItem),
  unmanaged,
});

/** How the nodes of a pool that were read stand to what it says now; `null` when its node list could not be read. */
export function poolTruths(inventory: Inventory, { pool, nodes, lastChangeMs }: PoolReading) {
  if (pool === null || nodes === null) return null;
  const truths = nodeTruths({ pool, present: presentSetsOf(inventory, pool), lastChangeMs, nodes });
  return { truths, counts: nodeCounts(truths, pool.secondaryVnics.map(secondaryVnicName)) };
}

/** Pools in one compartment share its lists. */
function distinctEntries(entries: readonly CoverageEntry[]): readonly CoverageEntry[] {
  return [...new Map(entries.map((entry) => [`${scopeKey(entry)} ${entry.readAt}`, entry])).values()];
}

/** The age and the cost of readings, taken together; the time is that of the oldest. */
export function readingOf(
  inventory: Inventory,
  readings: readonly (PoolReading | UnpooledReading)[],
  progress: ReadingView<unknown>["progress"],
): NodeReading {
  const isRead = readings.length > 0;
  const coverage = distinctEntries(readings.flatMap((reading) => reading.coverage));
  return {
    state: progress !== null ? "reading" : isRead ? "read" : "unread",
    progress: progress && { done: progress.done, total: progress.total },
    readAt: readings.map(({ readAt }) => readAt).toSorted()[0] ?? null,
    vnicCount: coverage.filter(({ operation, outcome }) => operation === "getVnic" && outcome === "read").length,
    callCount: coverage.length,
    completeness: isRead ? completenessFrom(coverage, true, indexOf(inventory).compartmentName) : nothingYet,
  };
}

/** Answers `GET /api/node-pools/{id}/nodes`; `null` when the inventory has no such node pool. */
export function nodePoolNodes(
  inventory: Inventory,
  nodePoolId: string,
  { reading, progress }: ReadingView<PoolReading>,
): NodePoolNodes | null {
  if (!indexOf(inventory).nodePools.has(nodePoolId)) return null;
  const known = reading && poolTruths(inventory, reading);
  return {
    reading: readingOf(inventory, reading === null ? [] : [reading], progress),
    counts: known?.counts ?? null,
    nodes: known?.truths.map(nodeItem) ?? null,
  };
}
