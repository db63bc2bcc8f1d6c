"use client";

import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { formatAtLeast } from "@/lib/format";

type FilteredEmptyProps = {
  /** Plural: "clusters". */
  readonly noun: string;
  readonly totalUnfiltered: number;
  readonly isComplete: boolean;
  readonly onClear: () => void;
};

/** "0 of 48 clusters match" and the way out. */
export function FilteredEmpty({ noun, totalUnfiltered, isComplete, onClear }: FilteredEmptyProps) {
  return (
    <EmptyState
      title={`0 of ${formatAtLeast(totalUnfiltered, isComplete)} ${noun} match`}
      action={<Button onClick={onClear}>Clear filters</Button>}
    />
  );
}
