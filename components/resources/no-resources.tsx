"use client";

import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { ListResourcesResponse } from "@/lib/contract/resources";
import { formatAtLeast, formatCounted } from "@/lib/format";

type NoResourcesProps = {
  readonly answer: ListResourcesResponse;
  readonly side: "true" | "false" | "any";
  readonly isFiltered: boolean;
  readonly onClear: () => void;
  readonly onShowAll: () => void;
};

/** Why no resource is listed, and the way to those that are there. */
export function NoResources({ answer, side, isFiltered, onClear, onShowAll }: NoResourcesProps) {
  const { isComplete } = answer.completeness;
  const hidden = side === "true" ? answer.unprotectedTotal : side === "false" ? answer.protectedTotal : 0;
  const hiddenWords = `${formatCounted(hidden, side === "true" ? "unprotected resource" : "protected resource")}`;
  const showHidden = hidden > 0 && <Button onClick={onShowAll}>Show {hiddenWords}</Button>;
  if (isFiltered && answer.totalUnfiltered > 0) {
    const word = side === "true" ? "protected " : side === "false" ? "unprotected " : "";
    return (
      <EmptyState
        title={`No ${word}resource of ${formatAtLeast(answer.totalUnfiltered, isComplete)} matches`}
        action={
          <span className="flex flex-wrap gap-2">
            <Button onClick={onClear}>Clear filters</Button>
            {showHidden}
          </span>
        }
      />
    );
  }
  if (hidden > 0) {
    return side === "true" ? (
      <EmptyState title="No resource carries security attributes" action={showHidden}>
        ZPR applies to nothing of what was read.
      </EmptyState>
    ) : (
      <EmptyState title="Every resource carries security attributes" action={showHidden} />
    );
  }
  return isComplete ? (
    <EmptyState title="There is nothing in this tenancy that could carry security attributes">
      Kubernetes API endpoints, node pools, load balancers, mount targets and VCNs would be listed here.
    </EmptyState>
  ) : (
    <EmptyState title="No resource could be read">
      There may be resources in what could not be read. The message above says what is missing.
    </EmptyState>
  );
}
