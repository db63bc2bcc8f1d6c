import type { findingFilterKeys, FindingListItem } from "@/lib/contract/findings";
import type { FilterKey } from "@/lib/inventory/projections/filter-key";
import { isCluster, isCompartment } from "@/lib/inventory/projections/resource-filter-keys";
import type { FindingRule } from "@/lib/oke/findings/finding";
import { findingRuleFacts } from "@/lib/oke/findings/finding-rules";
import { type ResourceKind, resourceKindFacts } from "@/lib/oke/resource-kind";

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
  kind: {
    what: "Kind of resource",
    kind: "choice",
    valuesOf: ({ kind }) => [kind],
    labelOf: (kind) => resourceKindFacts[kind as ResourceKind].label,
  },
  cluster: {
    what: "Cluster, by name or OCID",
    kind: "choice",
    valuesOf: ({ clusterName }) => [clusterName],
    fits: ({ clusterName, clusterId }, wanted) => isCluster(clusterName, clusterId, wanted),
  },
  region: { what: "Region", kind: "choice", valuesOf: ({ region }) => [region] },
  compartment: {
    what: "Compartment, by name or OCID",
    kind: "choice",
    valuesOf: ({ compartmentName }) => [compartmentName],
    fits: isCompartment,
  },
};
