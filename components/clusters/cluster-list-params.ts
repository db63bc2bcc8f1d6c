import { parseAsStringLiteral } from "nuqs";
import { listParsers } from "@/components/shared/list-params";
import { clusterSortColumns, eligibilityStates } from "@/lib/contract/clusters";
import { attributeVerdictStates } from "@/lib/zpr/verdict-state";

/** What stands in the address of the list of clusters. */
export const clusterListParsers = {
  ...listParsers(clusterSortColumns),
  eligibility: parseAsStringLiteral(eligibilityStates),
  state: parseAsStringLiteral(["stale", ...attributeVerdictStates]),
};
