"use client";

import type { clearedResourceFilters, ResourceListValues } from "@/components/resources/resource-list-params";
import { FilterChips, type FilterChip } from "@/components/shared/filter-chips";
import { Literal } from "@/components/ui/literal";
import type { ResourceListItem } from "@/lib/contract/resources";
import { ocidTail } from "@/lib/format";

type LinkedFiltersProps = {
  readonly values: ResourceListValues;
  readonly items: readonly ResourceListItem[];
  readonly onRemove: (name: keyof typeof clearedResourceFilters) => void;
};

function clusterWords(clusterId: string, items: readonly ResourceListItem[]): string {
  if (clusterId === "unmatched") return "none matched";
  const name = items.find((item) => "clusterId" in item.cluster && item.cluster.clusterId === clusterId)?.clusterName;
  return name ?? `…${ocidTail(clusterId)}`;
}

/** The filters of the address that no control shows: one attribute, one cluster. */
export function LinkedFilters({ values: { attr, clusterId }, items, onRemove }: LinkedFiltersProps) {
  const chips: FilterChip[] = [];
  if (attr !== null && attr !== "") {
    chips.push({
      label: "Attribute",
      value: <Literal text={attr} className="text-note font-mono" />,
      valueText: attr,
      onRemove: () => onRemove("attr"),
    });
  }
  if (clusterId !== null && clusterId !== "") {
    const words = clusterWords(clusterId, items);
    chips.push({
      label: "Cluster",
      value: <Literal text={words} />,
      valueText: words,
      onRemove: () => onRemove("clusterId"),
    });
  }
  return <FilterChips chips={chips} />;
}
