import type { CoverageEntry } from "@/lib/inventory/inventory";
import type { ScopeResult } from "@/lib/inventory/scope-result";

/** When a reading began, and a line for each of its lists and gets. */
export const costOf = (
  readAt: string,
  results: readonly ScopeResult[],
): { readonly readAt: string; readonly coverage: readonly CoverageEntry[] } => ({
  readAt,
  coverage: results.map(({ entry }) => entry),
});
