import { withDescendants } from "@/lib/inventory/compartments";
import type { Inventory } from "@/lib/inventory/inventory";
import { type Concerns, within } from "@/lib/inventory/projections/completeness";

/** What a list is narrowed to: regions, and compartments each with everything below it. Nothing means all. */
export type ScopeRequest = {
  readonly region?: readonly string[] | undefined;
  readonly compartmentId?: readonly string[] | undefined;
};

/** What names no compartment is in none. */
type Placed = { readonly region: string; readonly compartmentId: string | null };

/** A scope over one inventory. */
export type InScope = {
  /** The rows that are in the scope; the same array where nothing narrows it. */
  readonly of: <T extends Placed>(rows: readonly T[]) => readonly T[];
  /** What of the coverage ledger matters for the scope. */
  readonly concerns: (concerns: Concerns) => Concerns;
};

/** Takes an inventory and what it is narrowed to; gives what is in scope. */
export function inScope({ compartments }: Pick<Inventory, "compartments">, request: ScopeRequest): InScope {
  const { region, compartmentId } = request;
  const below = compartmentId ? withDescendants(compartments, compartmentId) : null;
  const isIn = (row: Placed): boolean =>
    (region?.includes(row.region) ?? true) &&
    (below === null || (row.compartmentId !== null && below.has(row.compartmentId)));
  return {
    of: (rows) => (region === undefined && below === null ? rows : rows.filter(isIn)),
    concerns: (concerns) => within(concerns, region ?? [], below),
  };
}
