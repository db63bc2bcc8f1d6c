import { parseAsStringLiteral, type Values } from "nuqs";
import { listParsers } from "@/components/shared/list-params";
import { zprPolicyLifecycleStates, zprPolicySortColumns } from "@/lib/contract/zpr-policies";
import { severities } from "@/lib/zpr/policy-language/diagnostic";

/** What stands in the address of the list of ZPR policies. */
export const zprPolicyListParsers = {
  ...listParsers(zprPolicySortColumns),
  lifecycleState: parseAsStringLiteral(zprPolicyLifecycleStates),
  severity: parseAsStringLiteral([...severities, "none"] as const),
};

export type ZprPolicyListValues = Values<typeof zprPolicyListParsers>;

/** Everything that narrows the list, cleared. */
export const clearedZprPolicyFilters = { q: null, lifecycleState: null, severity: null, page: null } as const;

export const isFilteredZprPolicies = ({ q, lifecycleState, severity }: ZprPolicyListValues): boolean =>
  q !== "" || lifecycleState !== null || severity !== null;
