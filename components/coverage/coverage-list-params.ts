import { parseAsStringLiteral, type Values } from "nuqs";
import { listParsers } from "@/components/shared/list-params";
import { coverageOutcomes, coverageSortColumns } from "@/lib/contract/coverage";

/** What stands in the address of the coverage ledger. */
export const coverageListParsers = {
  ...listParsers(coverageSortColumns),
  outcome: parseAsStringLiteral(coverageOutcomes),
};

export type CoverageListValues = Values<typeof coverageListParsers>;

/** Everything that narrows the ledger, cleared. */
export const clearedCoverageFilters = { q: null, outcome: null, page: null } as const;

export const isFilteredCoverage = ({ q, outcome }: CoverageListValues): boolean => q !== "" || outcome !== null;
