import type { CoverageEntry, Inventory } from "@/lib/inventory/inventory";
import { indexOf } from "@/lib/inventory/projections/inventory-index";
import type {
  ReadinessChoice,
  ReadinessInput,
  ReadinessTimes,
  ReadinessVcn,
} from "@/lib/oke/readiness/readiness-input";
import { notAsked } from "@/lib/oke/readiness/reading";

/** What only a cluster's own page reads. */
export type LazyReadiness = Pick<
  ReadinessInput,
  "addons" | "addonOptions" | "launched" | "zprConfiguration" | "zprPolicies" | "iamPolicies" | "memberOf"
>;

/** For lists of clusters: nothing of it is read for them. */
export const nothingAsked: LazyReadiness = {
  addons: notAsked,
  addonOptions: notAsked,
  launched: null,
  zprConfiguration: notAsked,
  zprPolicies: notAsked,
  iamPolicies: () => notAsked,
  memberOf: notAsked,
};

export const noChoice: ReadinessChoice = { group: null, namespaces: [] };

type Cluster = Inventory["clusters"][number];
type Ledger = ReadonlyMap<string, readonly CoverageEntry[]>;

const keyOf = (...parts: readonly (string | null)[]): string => JSON.stringify(parts);
const ledgers = new WeakMap<Inventory, Ledger>();

/** The lines of the ledger by what they read, so that a thousand clusters do not walk it a thousand times. */
function ledgerOf(inventory: Inventory): Ledger {
  const known = ledgers.get(inventory);
  if (known) return known;
  const ledger = new Map<string, CoverageEntry[]>();
  for (const entry of inventory.coverage) {
    const { operation, region, compartmentId } = entry;
    for (const key of [keyOf(operation, region), keyOf(operation, region, compartmentId)]) {
      const entries = ledger.get(key);
      if (entries) entries.push(entry);
      else ledger.set(key, [entry]);
    }
  }
  ledgers.set(inventory, ledger);
  return ledger;
}

/** Of several reads the oldest counts. */
const oldest = (entries: readonly CoverageEntry[] = []): string | null =>
  entries.reduce<string | null>((first, { readAt, keptFrom }) => {
    const time = keptFrom ?? readAt;
    return first === null || time < first ? time : first;
  }, null);

function timesOf(inventory: Inventory, { region, compartmentId, vcnId }: Cluster): ReadinessTimes {
  const ledger = ledgerOf(inventory);
  const vcn = indexOf(inventory).vcns.get(vcnId ?? "");
  return {
    cluster: oldest(ledger.get(keyOf("listClusters", region, compartmentId))),
    nodePools: oldest(ledger.get(keyOf("listNodePools", region))),
    vcn: oldest(ledger.get(vcn ? keyOf("listVcns", region, vcn.compartmentId) : keyOf("listVcns", region))),
    catalog: oldest(ledger.get(keyOf("listSecurityAttributeNamespaces", inventory.homeRegion))),
  };
}

function arePoolsComplete(inventory: Inventory, region: string): boolean {
  const ledger = ledgerOf(inventory);
  const entries = ["listNodePools", "listVirtualNodePools"].flatMap((each) => ledger.get(keyOf(each, region)) ?? []);
  return inventory.finishedAt !== null && entries.every(({ outcome }) => outcome === "read");
}

const vcnMaps = new WeakMap<Inventory, ReadonlyMap<string, ReadinessVcn>>();

function vcnsOf(inventory: Inventory): ReadonlyMap<string, ReadinessVcn> {
  const { resources } = indexOf(inventory);
  const known =
    vcnMaps.get(inventory) ??
    new Map(
      inventory.vcns.map(({ id, displayName }) => {
        const securityAttributes = resources.get(id)?.securityAttributes ?? [];
        return [id, { id, name: displayName ?? id, securityAttributes }];
      }),
    );
  vcnMaps.set(inventory, known);
  return known;
}

const subnetNames = new WeakMap<Inventory, ReadonlyMap<string, string | null>>();

function subnetNamesOf(inventory: Inventory): ReadonlyMap<string, string | null> {
  const known =
    subnetNames.get(inventory) ?? new Map(inventory.subnets.map(({ id, displayName }) => [id, displayName]));
  subnetNames.set(inventory, known);
  return known;
}

/** Everything that is known about one cluster, for the checks of its readiness. */
export function readinessInput(
  inventory: Inventory,
  cluster: Cluster,
  lazy: LazyReadiness,
  choice: ReadinessChoice,
): ReadinessInput {
  const index = indexOf(inventory);
  return {
    cluster,
    nodePools: index.nodePoolsOfCluster.get(cluster.id) ?? [],
    virtualNodePools: index.virtualNodePoolsOfCluster.get(cluster.id) ?? [],
    areNodePoolsComplete: arePoolsComplete(inventory, cluster.region),
    vcns: vcnsOf(inventory),
    endpointSubnetName: subnetNamesOf(inventory).get(cluster.endpointConfig?.subnetId ?? "") ?? null,
    // What may only possibly be of this cluster does not decide about it.
    surfaces: (index.resourcesOfCluster.get(cluster.id) ?? []).filter(
      ({ cluster: match }) => match.type !== "matched" || match.confidence !== "possible",
    ),
    catalog: inventory.catalog,
    compartments: inventory.compartments,
    tenancyId: inventory.tenancy.id,
    times: timesOf(inventory, cluster),
    ...lazy,
    choice,
  };
}
