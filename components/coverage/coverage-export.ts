import type { ExportedColumns } from "@/components/shared/list-scope";
import type { CoverageListItem } from "@/lib/contract/coverage";

/** What a file says of each column of the coverage ledger. */
export const coverageExport: ExportedColumns<CoverageListItem> = {
  operation: [
    ["Call", ({ operation }) => operation],
    ["Target", ({ target }) => target],
    ["Target name", ({ targetName }) => targetName],
  ],
  outcome: [
    ["Outcome", ({ outcome }) => outcome],
    ["Code", ({ problem }) => problem?.code ?? null],
    ["Message", ({ problem }) => problem?.message ?? null],
    ["Request id", ({ problem }) => problem?.opcRequestId ?? null],
    ["Shown from", ({ keptFrom }) => keptFrom],
  ],
  region: [["Region", ({ region }) => region]],
  compartmentName: [["Compartment", ({ compartmentName }) => compartmentName]],
  count: [["Objects", ({ outcome, count }) => (outcome === "read" ? count : null)]],
  durationMs: [["Took, ms", ({ durationMs }) => Math.round(durationMs)]],
  readAt: [["Asked", ({ readAt }) => readAt]],
};
