"use client";

import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { FilteredEmpty } from "@/components/shared/filtered-empty";
import { ListPaging } from "@/components/shared/list-paging";
import { QueryBoundary } from "@/components/shared/query-boundary";
import { useFirstReading } from "@/components/shared/still-reading";
import { TableSkeleton } from "@/components/ui/skeleton";
import type { Page } from "@/lib/contract/page";
import type { ApiError } from "@/lib/queries/api-error";

type ListBodyProps<A extends Page<unknown>> = {
  readonly query: UseQueryResult<A, ApiError>;
  /** Plural: "stale values". */
  readonly noun: string;
  /** What is read, where that is not the noun alone: "stale security attributes". */
  readonly what?: string;
  /** How many columns stand there while it is read. */
  readonly columns: number;
  readonly isFiltered: boolean;
  readonly onClear: () => void;
  /** What stands there when there is nothing at all, or when filters leave nothing and this says more of it. */
  readonly empty: (answer: NoInfer<A>) => ReactNode;
  /** Whether `empty` also speaks where filters leave nothing. */
  readonly saysFiltered?: boolean;
  /** `page` of the address (`listParsers`). */
  readonly page: string;
  readonly onPage: (page: string) => void;
  readonly children: (answer: NoInfer<A>) => ReactNode;
};

/** A list of `/api` below its filters: what stands there meanwhile, in place of rows, or the rows and their pages. */
export function ListBody<A extends Page<unknown>>({
  query,
  noun,
  what = noun,
  columns,
  isFiltered,
  onClear,
  empty,
  saysFiltered = false,
  page,
  onPage,
  children,
}: ListBodyProps<A>) {
  const isFirst = useFirstReading();
  const loading = <TableSkeleton label={`Reading the ${what}`} columns={columns} />;
  const nothingOf = (answer: A) => {
    if (answer.items.length > 0) return null;
    if (isFirst) return loading;
    if (saysFiltered || !isFiltered || answer.totalUnfiltered === 0) return empty(answer);
    const { isComplete } = answer.completeness;
    return (
      <FilteredEmpty noun={noun} totalUnfiltered={answer.totalUnfiltered} isComplete={isComplete} onClear={onClear} />
    );
  };
  return (
    <QueryBoundary query={query} what={`The ${what}`} loading={loading} empty={nothingOf}>
      {(answer) => (
        <div>
          {children(answer)}
          <ListPaging page={page} data={answer} isBehind={query.isPlaceholderData} onPage={onPage} />
        </div>
      )}
    </QueryBoundary>
  );
}
