import type { ListFilter } from "@/lib/contract/list-filter";
import type { Completeness, CoverageGap } from "@/lib/contract/page";
import { isCatalogScope } from "@/lib/inventory/catalog-from";
import type { CoverageEntry, Inventory } from "@/lib/inventory/inventory";
import { indexOf } from "@/lib/inventory/projections/inventory-index";
import type { ResourceKind } from "@/lib/oke/resource-kind";

const maxGaps = 20;
const maxCompartmentNames = 5;

/** The reads on which every other one hangs. */
const groundOperations = ["listRegionSubscriptions", "listCompartments"];
const clusterOperations = ["listClusters", "listNodePools", "listVirtualNodePools"];

/** What joins VCNs to one another is read by. */
const peeringOperations = ["listLocalPeeringGateways", "listDrgAttachments"];

/** What a kind of resource is read by. */
const operationsOfKind: Record<ResourceKind, readonly string[]> = {
  "cluster-endpoint": ["listClusters"],
  "node-pool-primary-vnic": ["listClusters", "listNodePools"],
  "node-pool-secondary-vnics": ["listClusters", "listNodePools"],
  "load-balancer": ["listLoadBalancers"],
  "network-load-balancer": ["listNetworkLoadBalancers"],
  "mount-target": ["listMountTargets", "listAvailabilityDomains"],
  vcn: ["listVcns"],
};

/** What stands in front of others when there is no room for all: what hides most. */
const consequence = [
  ...groundOperations,
  "listSecurityAttributeNamespaces",
  ...clusterOperations,
  "listLoadBalancers",
  "listNetworkLoadBalancers",
  "listAvailabilityDomains",
  "listMountTargets",
  "listSecurityAttributes",
  "listVcns",
  "listFileSystems",
  "listSubnets",
  ...peeringOperations,
  "getNodePool",
  "listVnicAttachments",
  "listInstances",
  "getVnic",
  "listWorkRequests",
  "getSecurityAttribute",
  "getTenancy",
];

/** Which lines of the ledger matter for what is shown. */
export type Concerns = (entry: CoverageEntry) => boolean;

export const isGround = ({ operation }: CoverageEntry): boolean => groundOperations.includes(operation);

/** Everything that what is there and what it carries rests on: for the overview. Peerings make nothing more or less. */
export const everything: Concerns = ({ operation }) => !peeringOperations.includes(operation);

/** What is read to list resources of these kinds (all when none is named) with their verdicts. */
export const concernsOfKinds =
  (kinds: readonly ResourceKind[]): Concerns =>
  (entry) =>
    isGround(entry) || isCatalogScope(entry) || kinds.some((kind) => operationsOfKind[kind].includes(entry.operation));

/** What is read to tell which VCNs are joined to one another. */
export const concernsOfPeerings: Concerns = (entry) =>
  isGround(entry) || [...operationsOfKind.vcn, ...peeringOperations].includes(entry.operation);

/** What is read to list clusters with the counts beside them. */
export const concernsOfClusters: Concerns = (entry) =>
  isGround(entry) ||
  isCatalogScope(entry) ||
  [
    ...clusterOperations,
    "listLoadBalancers",
    "listNetworkLoadBalancers",
    "listMountTargets",
    "listAvailabilityDomains",
  ].includes(entry.operation);

/** The same limited to some regions and compartments, where the person has chosen some; empty means all. */
export const within =
  (concerns: Concerns, regions: readonly string[], compartmentIds: ReadonlySet<string> | null): Concerns =>
  (entry) =>
    concerns(entry) &&
    (isGround(entry) ||
      isCatalogScope(entry) ||
      ((regions.length === 0 || regions.includes(entry.region)) &&
        (compartmentIds === null || entry.compartmentId === null || compartmentIds.has(entry.compartmentId))));

const rankOf = (operation: string): number => {
  const rank = consequence.indexOf(operation);
  return rank === -1 ? consequence.length : rank;
};

function gapFrom(entries: readonly CoverageEntry[], nameOf: (compartmentId: string) => string): CoverageGap | null {
  const [first] = entries;
  if (!first?.problem || first.outcome === "read") return null;
  const { code, message, opcRequestId } = first.problem;
  const ids = [...new Set(entries.flatMap(({ compartmentId }) => (compartmentId === null ? [] : [compartmentId])))];
  const kept = entries.flatMap(({ keptFrom }) => (keptFrom === undefined ? [] : [keptFrom])).toSorted();
  return {
    operation: first.operation,
    region: first.region,
    outcome: first.outcome,
    code,
    message: kept[0] === undefined ? message : `${message} What is shown was read at ${kept[0]}.`,
    opcRequestId,
    compartmentNames: ids.slice(0, maxCompartmentNames).map(nameOf),
    scopeCount: entries.length,
  };
}

const unreadOf = new WeakMap<Inventory, readonly CoverageEntry[]>();

/** The lines of the ledger that can be a gap: of a large tenancy a few among tens of thousands, which every list asks for. */
function unreadIn(inventory: Inventory): readonly CoverageEntry[] {
  const known = unreadOf.get(inventory) ?? inventory.coverage.filter(({ outcome }) => outcome !== "read");
  unreadOf.set(inventory, known);
  return known;
}

/**
 * Takes an inventory and what of its ledger matters for a screen; gives how complete that screen is. An inventory
 * whose first pass is still under way is never complete.
 */
export function completenessOf(inventory: Inventory, concerns: Concerns): Completeness {
  const { compartmentName } = indexOf(inventory);
  return completenessFrom(unreadIn(inventory).filter(concerns), inventory.finishedAt !== null, compartmentName);
}

/** The same of the lines of any ledger. */
export function completenessFrom(
  coverage: readonly CoverageEntry[],
  isFinished: boolean,
  compartmentName: (id: string) => string,
): Completeness {
  const groups = new Map<string, CoverageEntry[]>();
  for (const entry of coverage) {
    if (entry.outcome === "read") continue;
    const key = JSON.stringify([entry.operation, entry.region, entry.outcome, entry.problem?.code]);
    const group = groups.get(key);
    if (group) group.push(entry);
    else groups.set(key, [entry]);
  }
  const gaps = [...groups.values()]
    .flatMap((entries) => gapFrom(entries, compartmentName) ?? [])
    .toSorted((a, b) => rankOf(a.operation) - rankOf(b.operation) || b.scopeCount - a.scopeCount);
  return {
    isComplete: isFinished && gaps.length === 0,
    gaps: gaps.slice(0, maxGaps),
    gapCount: gaps.length,
  };
}

/** Of an inventory of which nothing is there yet. */
export const nothingYet: Completeness = { isComplete: false, gaps: [], gapCount: 0 };

/** What a list says of its filter while it has no rows that could be narrowed. */
export const noFilter: ListFilter = { keys: [], problems: [], values: null };
