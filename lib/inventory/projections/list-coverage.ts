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
import { matchesText } from "@/lib/inventory/projections/free-text";
import { indexOf } from "@/lib/inventory/projections/inventory-index";
import { paged, type SortValue } from "@/lib/inventory/projections/paged";
import { readPermissionOf, readStatement } from "@/lib/oke/read-permission";

function rowFrom(entry: CoverageEntry, compartmentName: (id: string) => string): CoverageListItem {
  const { operation, region, compartmentId, target, outcome, readAt, durationMs, count, problem, keptFrom } = entry;
  return {
    id: JSON.stringify([operation, region, compartmentId, target]),
    operation,
    region,
    compartmentId,
    compartmentName: compartmentId === null ? null : compartmentName(compartmentId),
    target,
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

const textsOf = ({ operation, region, compartmentName, target, problem }: CoverageListItem): readonly string[] => [
  operation,
  region,
  compartmentName ?? "",
  target ?? "",
  problem?.code ?? "",
  problem?.message ?? "",
];

function filterOf(inventory: Inventory, request: ListCoverageRequest): (row: CoverageListItem) => boolean {
  const { region, compartmentId, outcome, q } = request;
  const compartments = compartmentId && withDescendants(inventory.compartments, compartmentId);
  return (row) =>
    (region?.includes(row.region) ?? true) &&
    (compartments === undefined || (row.compartmentId !== null && compartments.has(row.compartmentId))) &&
    (outcome?.includes(row.outcome) ?? true) &&
    matchesText(row, q, textsOf);
}

/** What would have to be granted for the refused reads; one line for those that one statement covers. */
function missingPermissions(inventory: Inventory, rows: readonly CoverageListItem[]): readonly MissingPermission[] {
  const { compartments, tenancy } = inventory;
  const found = new Map<string, MissingPermission>();
  for (const { operation, outcome, compartmentId } of rows) {
    const needed = outcome === "refused" ? readPermissionOf(operation) : null;
    if (needed === null) continue;
    const statement = readStatement(needed, compartmentId, { compartments, tenancyId: tenancy.id });
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

/** Answers `GET /api/coverage`; `null` when the page token does not fit the query. */
export function listCoverage(inventory: Inventory, request: ListCoverageRequest): ListCoverageResponse | null {
  const { compartmentName } = indexOf(inventory);
  const all = inventory.coverage.map((entry) => rowFrom(entry, compartmentName));
  const matching = all.filter(filterOf(inventory, request));
  const { sortBy = "outcome", sortOrder, limit, page, ...filters } = request;
  const ordering = { valueOf: sortValues[sortBy], idOf: ({ id }: CoverageListItem) => id, sortOrder };
  const shown = paged(matching, ordering, { limit, page, question: JSON.stringify([sortBy, sortOrder, filters]) });
  if (shown === null) return null;
  return {
    ...shown,
    total: matching.length,
    totalUnfiltered: all.length,
    revision: inventory.revision,
    // The ledger itself is whole as soon as the pass is: what it says of refused reads it says in its rows.
    completeness: completenessFrom([], inventory.finishedAt !== null, compartmentName),
    missingPermissions: missingPermissions(inventory, matching),
    startedAt: inventory.startedAt,
    finishedAt: inventory.finishedAt,
  };
}
