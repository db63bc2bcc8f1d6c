"use client";

import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { late } from "@/components/shared/late";
import { LateFilteredEmpty } from "@/components/shared/late-filtered-empty";
import { ListPaging } from "@/components/shared/list-paging";
import { useListScope } from "@/components/shared/list-scope";
import { ListTools } from "@/components/shared/list-tools";
import type { NamedColumn } from "@/components/shared/popover-button";
import { QueryBoundary } from "@/components/shared/query-boundary";
import { useFirstReading } from "@/components/shared/still-reading";
import { useScope } from "@/components/shared/use-scope";
import { TableSkeleton } from "@/components/ui/skeleton";
import type { Page } from "@/lib/contract/page";
import type { ApiError } from "@/lib/queries/api-error";

const TermChips = late(() => import("@/components/shared/term-chips").then((module) => module.TermChips));
const ScopeEmpty = late(() => import("@/components/shared/scope-empty").then((module) => module.ScopeEmpty));

type ListBodyProps<A extends Page<unknown>> = {
  readonly query: UseQueryResult<A, ApiError>;
  /** Plural: "stale values". */
  readonly noun: string;
  /** What is read, where that is not the noun alone: "stale security attributes". */
  readonly what?: string;
  /** The columns of the table inside of a `ListScope`, to choose from; else how many stand there while it is read. */
  readonly columns: number | readonly NamedColumn[];
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

const skeletonColumns = 8;

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
  const { isNarrowed } = useScope();
  const isWritten = (useListScope()?.address.q ?? "") !== "";
  const columnCount = typeof columns === "number" ? columns : Math.min(columns.length, skeletonColumns);
  const loading = <TableSkeleton label={`Reading the ${what}`} columns={columnCount} />;
  const nothingOf = (answer: A) => {
    if (answer.items.length > 0) return null;
    if (isFirst) return loading;
    const { isComplete } = answer.completeness;
    if (isNarrowed && answer.totalUnfiltered === 0) return <ScopeEmpty noun={noun} isComplete={isComplete} />;
    if (saysFiltered || !isFiltered || answer.totalUnfiltered === 0) return empty(answer);
    return (
      <LateFilteredEmpty
        noun={noun}
        totalUnfiltered={answer.totalUnfiltered}
        isComplete={isComplete}
        onClear={onClear}
      />
    );
  };
  return (
    <div className="flex flex-col gap-2">
      {typeof columns !== "number" && (
        <div className="flex flex-wrap items-center justify-between gap-2">
          {isWritten && <TermChips />}
          <span className="ml-auto">
            <ListTools columns={columns} />
          </span>
        </div>
      )}
      <QueryBoundary query={query} what={`The ${what}`} loading={loading} empty={nothingOf}>
        {(answer) => (
          <div>
            {children(answer)}
            <ListPaging page={page} data={answer} isBehind={query.isPlaceholderData} onPage={onPage} />
          </div>
        )}
      </QueryBoundary>
    </div>
  );
}
