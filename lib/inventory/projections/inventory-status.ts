import type { InventoryCounts, InventoryStatus, RegionStatus } from "@/lib/contract/inventory";
import type { InventoryView } from "@/lib/inventory/inventories";
import type { CoverageEntry, CoverageScope, Inventory } from "@/lib/inventory/inventory";
import { completenessOf, everything, nothingYet } from "@/lib/inventory/projections/completeness";
import { countsOf, noCounts } from "@/lib/inventory/projections/inventory-counts";
import { indexOf } from "@/lib/inventory/projections/inventory-index";
import type { FindingCounts } from "@/lib/oke/findings/finding";

function outcomeOf(done: readonly CoverageEntry[], isReading: boolean): RegionStatus["outcome"] {
  if (isReading) return "reading";
  const isRead = done.some(({ outcome }) => outcome === "read");
  if (done.every(({ outcome }) => outcome === "read")) return "read";
  return isRead ? "partial" : "failed";
}

const unreadIn = (done: readonly CoverageEntry[]): number => done.filter(({ outcome }) => outcome !== "read").length;

const countByRegion = (scopes: readonly CoverageScope[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const { region } of scopes) counts.set(region, (counts.get(region) ?? 0) + 1);
  return counts;
};

/** Of the inventory that is shown; while its own pass still runs, with what that pass has yet to read. */
function regionsFrom(inventory: Inventory, scopes: readonly CoverageScope[] | null): readonly RegionStatus[] {
  const isUnderWay = inventory.finishedAt === null;
  const totals = countByRegion(isUnderWay && scopes ? scopes : inventory.coverage);
  const { chosenRegions } = inventory;
  return inventory.regions
    .filter(({ status }) => status === "READY")
    .map(({ regionName, isHomeRegion }) => {
      const done = inventory.coverage.filter(({ region }) => region === regionName);
      const scopesTotal = Math.max(totals.get(regionName) ?? 0, done.length);
      const isChosen = chosenRegions === null || chosenRegions.includes(regionName);
      const outcome = isChosen ? outcomeOf(done, isUnderWay && done.length < scopesTotal) : "not-chosen";
      return { regionName, isHomeRegion, outcome, scopesDone: done.length, scopesUnread: unreadIn(done), scopesTotal };
    });
}

function stateOf({ inventory, problem }: InventoryView): InventoryStatus["state"] {
  if (inventory?.finishedAt != null) return "ready";
  if (problem !== null) return "failed";
  return inventory === null ? "starting" : "collecting";
}

const seenFrom = (inventory: Inventory, besides: Pick<InventoryCounts, "findings" | "guards">) => ({
  tenancy: {
    id: inventory.tenancy.id,
    name: inventory.tenancy.name ?? inventory.tenancy.id,
    homeRegion: inventory.homeRegion,
  },
  compartments: inventory.compartments.map(({ id, name }) => ({
    id,
    name,
    path: indexOf(inventory).compartmentPath(id).join(" / "),
  })),
  counts: { ...countsOf(inventory), ...besides },
  completeness: completenessOf(inventory, everything),
});

const nothingSeen = { tenancy: null, compartments: [], counts: noCounts, completeness: nothingYet };

/** Answers `GET /api/inventory`: progress, age, coverage and counts, never the objects themselves. */
export function inventoryStatus(
  view: InventoryView,
  principal: { readonly profile: string; readonly emulatorUrl: string | null },
  findings: FindingCounts,
  guards: InventoryCounts["guards"] = null,
): InventoryStatus {
  const { inventory, pass, problem } = view;
  const { startedAt, finishedAt, revision } = inventory ?? { startedAt: null, finishedAt: null, revision: 0 };
  return {
    state: stateOf(view),
    isRefreshing: pass !== null && finishedAt !== null,
    revision,
    startedAt: pass?.startedAt ?? startedAt,
    finishedAt,
    scopesDone: pass?.scopesDone ?? inventory?.scopesDone ?? 0,
    scopesUnread: unreadIn(inventory?.coverage ?? []),
    scopesTotal: pass?.scopes.length ?? inventory?.scopesTotal ?? 0,
    isEmulatedTenancy: principal.emulatorUrl !== null,
    profile: principal.profile,
    regions: inventory ? regionsFrom(inventory, pass?.scopes ?? null) : [],
    ...(inventory ? seenFrom(inventory, { findings, guards }) : nothingSeen),
    error: problem,
  };
}
