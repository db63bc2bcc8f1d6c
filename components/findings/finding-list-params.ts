import { parseAsString, parseAsStringLiteral, type Values } from "nuqs";
import { listParsers } from "@/components/shared/list-params";
import { findingSortColumns } from "@/lib/contract/findings";
import { findingRules, findingSeverities } from "@/lib/oke/findings/finding";
import { resourceKinds } from "@/lib/oke/resource-kind";

/** What stands in the address of the list of findings. */
export const findingListParsers = {
  ...listParsers(findingSortColumns),
  severity: parseAsStringLiteral(findingSeverities),
  rule: parseAsStringLiteral(findingRules),
  kind: parseAsStringLiteral(resourceKinds),
  clusterId: parseAsString,
  resourceId: parseAsString,
};

export type FindingListValues = Values<typeof findingListParsers>;

/** Everything that narrows the list, cleared. */
export const clearedFindingFilters = {
  q: null,
  severity: null,
  rule: null,
  kind: null,
  clusterId: null,
  resourceId: null,
  page: null,
} as const;

export const isFilteredFindings = ({ q, severity, rule, kind, clusterId, resourceId }: FindingListValues): boolean =>
  q !== "" || [severity, rule, kind, clusterId, resourceId].some((each) => each !== null);
