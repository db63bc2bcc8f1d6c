import type {
  CoverageListItem,
  CoverageOutcome,
  ListCoverageRequest,
  ListCoverageResponse,
  MissingPermission,
} from "@/lib/contract/coverage";
import { withDescendants } from "@/lib/inventory/compartments";
import type { CoverageEntry, Inventory } from "@/lib/inventory/inventory";
import { completenessFrom } from "@/lib/inventory/projections/completeness";
import { coverageKeys } from "@/lib/inventory/projections/coverage-filter-keys";
import { inScope } from "@/lib/inventory/projections/in-scope";
import { indexOf } from "@/lib/inventory/projections/inventory-index";
import { listPage, type ListRows } from "@/lib/inventory/projections/list-page";
import type { SortValue } from "@/lib/inventory/projections/ordered-rows";
import { readPermissionsOf, readStatement, type ReadPermission } from "@/lib/oke/read-permission";
import { chainTo } from "@/lib/oke/readiness/iam-grants";
import type { Compartment } from "@/lib/oke/tenancy";

/** A thing that is read by its OCID: a cluster, say, whose Kubernetes API is asked. */
type Thing = { readonly name: string | null; readonly compartmentId: string | null };

const thingMaps = new WeakMap<Inventory, ReadonlyMap<string, Thing>>();

function thingsOf(inventory: Inventory): ReadonlyMap<string, Thing> {
  const { clusters, nodePools, virtualNodePools, subnets, mountTargets, catalog } = inventory;
  const known =
    thingMaps.get(inventory) ??
    new Map<string, Thing>([
      ...[...clusters, ...nodePools].map(({ id, name, compartmentId }) => [id, { name, compartmentId }] as const),
      ...[...virtualNodePools, ...subnets].map(
        ({ id, displayName, compartmentId }) => [id, { name: displayName, compartmentId }] as const,
      ),
      // An address has no name of its own: it is read for what has it.
      ...mountTargets.flatMap(({ privateIpIds, displayName, compartmentId }) =>
        privateIpIds.map((id) => [id, { name: displayName, compartmentId }] as const),
      ),
      ...catalog.namespaces.map(({ id, name }) => [id, { name, compartmentId: null }] as const),
    ]);
  thingMaps.set(inventory, known);
  return known;
}

function rowFrom(inventory: Inventory, entry: CoverageEntry): CoverageListItem {
  const { operation, region, target, outcome, readAt, durationMs, count, problem, keptFrom } = entry;
  const { compartmentName } = indexOf(inventory);
  const thing = target === null ? undefined : thingsOf(inventory).get(target);
  const compartmentId = entry.compartmentId ?? thing?.compartmentId ?? null;
  return {
    id: JSON.stringify([operation, region, entry.compartmentId, target]),
    operation,
    region,
    compartmentId,
    compartmentName: compartmentId === null ? null : compartmentName(compartmentId),
    target,
    targetName: thing?.name ?? null,
    outcome,
    readAt,
    durationMs,
    count,
    keptFrom: keptFrom ?? null,
    problem,
  };
}

/** What wants to be looked at stands first. */
const gravity: Record<CoverageOutcome, number> = { failed: 0, refused: 1, read: 2 };

const sortValues: Record<NonNullable<ListCoverageRequest["sortBy"]>, (row: CoverageListItem) => SortValue> = {
  outcome: ({ outcome }) => gravity[outcome],
  operation: ({ operation }) => operation,
  region: ({ region }) => region,
  compartmentName: ({ compartmentName }) => compartmentName,
  readAt: ({ readAt }) => readAt,
  durationMs: ({ durationMs }) => durationMs,
};

const textsOf = (row: CoverageListItem): readonly string[] => [
  row.operation,
  row.region,
  row.compartmentName ?? "",
  row.target ?? "",
  row.targetName ?? "",
  row.problem?.code ?? "",
  row.problem?.message ?? "",
];

function filterOf(inventory: Inventory, request: ListCoverageRequest): (row: CoverageListItem) => boolean {
  const { region, compartmentId, outcome } = request;
  const compartments = compartmentId && withDescendants(inventory.compartments, compartmentId);
  return (row) =>
    (region?.includes(row.region) ?? true) &&
    (compartments === undefined || (row.compartmentId !== null && compartments.has(row.compartmentId))) &&
    (outcome?.includes(row.outcome) ?? true);
}

const rowsOf = new WeakMap<Inventory, readonly CoverageListItem[]>();

/** Every read of a pass as a row; made once for each inventory. */
function coverageRows(inventory: Inventory): readonly CoverageListItem[] {
  const known = rowsOf.get(inventory) ?? inventory.coverage.map((entry) => rowFrom(inventory, entry));
  rowsOf.set(inventory, known);
  return known;
}

const listRows: ListRows<CoverageListItem, keyof typeof sortValues> = {
  idOf: ({ id }) => id,
  textsOf,
  sortValues,
  filterKeys: coverageKeys,
};

/** What would have to be granted for the refused reads; one line for those that one statement covers. */
function missingPermissions(inventory: Inventory, rows: readonly CoverageListItem[]): readonly MissingPermission[] {
  const { compartments, tenancy } = inventory;
  const places = { compartments, tenancyId: tenancy.id };
  const refused = rows.flatMap(({ operation, outcome, compartmentId }) => {
    const all = outcome === "refused" ? readPermissionsOf(operation) : [];
    return all.map((needed) => ({ operation, needed, path: pathOf(needed, compartmentId, places) }));
  });
  const asked = new Map<string, Set<string | null>>();
  for (const { needed, path } of refused) {
    const own = asked.get(needed.permission) ?? new Set();
    asked.set(needed.permission, own.add(path.at(-1) ?? null));
  }
  const found = new Map<string, MissingPermission>();
  for (const { operation, needed, path } of refused) {
    // What is granted in the tenancy or in a compartment is granted in all below it.
    const place = path.find((each) => asked.get(needed.permission)?.has(each)) ?? null;
    const statement = readStatement(needed, place, places);
    const known = found.get(statement);
    found.set(statement, {
      permission: needed.permission,
      statement,
      operations: [...new Set([...(known?.operations ?? []), operation])],
      scopeCount: (known?.scopeCount ?? 0) + 1,
    });
  }
  return [...found.values()].toSorted((a, b) => b.scopeCount - a.scopeCount);
}

/** The places whose statements grant a permission in a compartment, from the tenancy (`null`) down to it. */
function pathOf(
  { isOfTenancy }: ReadPermission,
  compartmentId: string | null,
  { compartments, tenancyId }: { readonly compartments: readonly Compartment[]; readonly tenancyId: string },
): readonly (string | null)[] {
  if (isOfTenancy || compartmentId === null || compartmentId === tenancyId) return [null];
  const below = chainTo(compartmentId, compartments).flatMap(({ id }) => (id === tenancyId ? [] : [id]));
  return [null, ...(below.length === 0 ? [compartmentId] : below)];
}

/** Of several reads of the same thing the newest: a pool is read by the pass, and again with its nodes. */
function newestOf(rows: readonly CoverageListItem[]): readonly CoverageListItem[] {
  const byId = new Map<string, CoverageListItem>();
  for (const row of rows) {
    const known = byId.get(row.id);
    if (known === undefined || known.readAt <= row.readAt) byId.set(row.id, row);
  }
  return [...byId.values()];
}

/**
 * Answers `GET /api/coverage`: what the pass has read, and what was read beside it because a page asked; `null` when the
 * page token does not fit the query.
 */
export function listCoverage(
  inventory: Inventory,
  beside: readonly CoverageEntry[],
  request: ListCoverageRequest,
): ListCoverageResponse | null {
  const ofPass = coverageRows(inventory);
  const ofPages = beside.map((entry) => rowFrom(inventory, entry));
  const all = ofPages.length === 0 ? ofPass : newestOf([...ofPass, ...ofPages]);
  const { q, sortBy = "outcome", sortOrder, limit, page, offset, facet, facetText, ...filters } = request;
  const question = { q, sortBy, sortOrder, limit, page, offset, facet, facetText, filters };
  const shown = listPage(all, listRows, { ...question, narrows: filterOf(inventory, request) });
  if (shown === null) return null;
  const { matching, ...answer } = shown;
  return {
    ...answer,
    total: matching.length,
    totalUnfiltered: inScope(inventory, request).of(all).length,
    revision: inventory.revision,
    // The ledger itself is whole as soon as the pass is: what it says of refused reads it says in its rows.
    completeness: completenessFrom([], inventory.finishedAt !== null, indexOf(inventory).compartmentName),
    missingPermissions: missingPermissions(inventory, matching),
    startedAt: inventory.startedAt,
    finishedAt: inventory.finishedAt,
  };
}
