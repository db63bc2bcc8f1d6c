import type { FilterKey } from "@/lib/inventory/projections/filter-key";
import { type ResourceKind, resourceKindFacts } from "@/lib/oke/resource-kind";

/** What the filters of several lists can name, each in the same words. */
export const kindKey: FilterKey<{ readonly kind: ResourceKind }> = {
  what: "Kind of resource",
  kind: "choice",
  valuesOf: ({ kind }) => [kind],
  labelOf: (kind) => resourceKindFacts[kind as ResourceKind].label,
};

export const regionKey: FilterKey<{ readonly region: string | null }> = {
  what: "Region",
  kind: "choice",
  valuesOf: ({ region }) => [region],
};

export const compartmentKey: FilterKey<{
  readonly compartmentName: string | null;
  readonly compartmentId: string | null;
}> = {
  what: "Compartment, by name or OCID",
  kind: "choice",
  valuesOf: ({ compartmentName }) => [compartmentName],
  fits: ({ compartmentName, compartmentId }, wanted) =>
    (compartmentName ?? "").toLowerCase() === wanted.toLowerCase() || compartmentId === wanted,
};

/** A cluster as a person may name it: its name or its OCID; nothing for none. */
export const isCluster = (name: string | null, id: string | null, wanted: string): boolean =>
  (name ?? "").toLowerCase() === wanted.toLowerCase() || (wanted !== "" && id === wanted);
