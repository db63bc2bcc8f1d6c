import type { findingFilterKeys, FindingListItem } from "@/lib/contract/findings";
import type { FilterKey } from "@/lib/inventory/projections/filter-key";
import { compartmentKey, isCluster, kindKey, regionKey } from "@/lib/inventory/projections/place-filter-keys";
import type { FindingRule } from "@/lib/oke/findings/finding";
import { findingRuleFacts } from "@/lib/oke/findings/finding-rules";

/** What the filter of the findings can name. */
export const findingKeys: Record<(typeof findingFilterKeys)[number], FilterKey<FindingListItem>> = {
  resource: { what: "Name of the resource", kind: "text", valuesOf: ({ displayName }) => [displayName] },
  severity: { what: "Severity", kind: "choice", valuesOf: ({ severity }) => [severity] },
  finding: {
    what: "What is wrong",
    kind: "choice",
    valuesOf: ({ rule }) => [rule],
    labelOf: (rule) => findingRuleFacts[rule as FindingRule].title,
  },
  kind: kindKey,
  cluster: {
    what: "Cluster, by name or OCID",
    kind: "choice",
    valuesOf: ({ clusterName }) => [clusterName],
    fits: ({ clusterName, clusterId }, wanted) => isCluster(clusterName, clusterId, wanted),
  },
  region: regionKey,
  compartment: compartmentKey,
};
