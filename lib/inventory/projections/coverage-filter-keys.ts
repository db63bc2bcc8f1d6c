import type { coverageFilterKeys, CoverageListItem } from "@/lib/contract/coverage";
import type { FilterKey } from "@/lib/inventory/projections/filter-key";
import { compartmentKey, regionKey } from "@/lib/inventory/projections/place-filter-keys";

/** What the filter of the coverage ledger can name. */
export const coverageKeys: Record<(typeof coverageFilterKeys)[number], FilterKey<CoverageListItem>> = {
  call: { what: "Call to OCI", kind: "choice", valuesOf: ({ operation }) => [operation] },
  outcome: { what: "How it ended", kind: "choice", valuesOf: ({ outcome }) => [outcome] },
  region: regionKey,
  compartment: compartmentKey,
  objects: {
    what: "Number of objects that came back",
    kind: "number",
    valuesOf: ({ outcome, count }) => [outcome === "read" ? count : null],
  },
  took: { what: "Milliseconds that it took", kind: "number", valuesOf: ({ durationMs }) => [Math.round(durationMs)] },
  code: { what: "OCI's code of an error", kind: "choice", valuesOf: ({ problem }) => [problem?.code ?? null] },
};
