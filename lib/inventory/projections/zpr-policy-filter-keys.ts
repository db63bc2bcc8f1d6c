import type { zprPolicyFilterKeys, ZprPolicyListItem } from "@/lib/contract/zpr-policies";
import type { FilterKey } from "@/lib/inventory/projections/filter-key";
import { severities } from "@/lib/zpr/policy-language/diagnostic";

/** The severities of what the linter found in a policy; `none` where it found nothing. */
export function lintWordsOf({ lint }: ZprPolicyListItem): readonly string[] {
  const present = severities.filter((each) => lint[each] > 0);
  return present.length === 0 ? ["none"] : present;
}

/** What the filter of the ZPR policies can name. */
export const zprPolicyKeys: Record<
  (typeof zprPolicyFilterKeys)[number],
  FilterKey<{ readonly item: ZprPolicyListItem }>
> = {
  name: { what: "Name", kind: "text", valuesOf: ({ item }) => [item.name] },
  state: { what: "Lifecycle state", kind: "choice", valuesOf: ({ item }) => [item.lifecycleState] },
  statements: { what: "Number of statements", kind: "number", valuesOf: ({ item }) => [item.statementCount] },
  linter: {
    what: "Severity of what the linter found, or none",
    kind: "choice",
    valuesOf: ({ item }) => lintWordsOf(item),
  },
};
