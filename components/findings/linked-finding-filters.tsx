"use client";

import type { clearedFindingFilters, FindingListValues } from "@/components/findings/finding-list-params";
import { FilterChips, type FilterChip } from "@/components/shared/filter-chips";
import { Literal } from "@/components/ui/literal";
import type { FindingListItem } from "@/lib/contract/findings";
import { ocidTail } from "@/lib/format";

type LinkedFindingFiltersProps = {
  readonly values: FindingListValues;
  readonly items: readonly FindingListItem[];
  readonly onRemove: (name: keyof typeof clearedFindingFilters) => void;
};

/** The filters of the address that no control shows: one cluster, one resource. */
export function LinkedFindingFilters({ values, items, onRemove }: LinkedFindingFiltersProps) {
  const { clusterId, resourceId } = values;
  const chip = (name: keyof typeof clearedFindingFilters, label: string, id: string | null, words?: string | null) => {
    if (id === null || id === "") return [];
    const text = words ?? `…${ocidTail(id)}`;
    const made: FilterChip = { label, value: <Literal text={text} />, valueText: text, onRemove: () => onRemove(name) };
    return [made];
  };
  const ofResource = items.find(
    (item) => item.resourceId === resourceId || item.resourceId.startsWith(`${resourceId}:`),
  );
  return (
    <FilterChips
      chips={[
        ...chip("clusterId", "Cluster", clusterId, items.find((item) => item.clusterId === clusterId)?.clusterName),
        ...chip("resourceId", "Resource", resourceId, ofResource?.displayName),
      ]}
    />
  );
}
