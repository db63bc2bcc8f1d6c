"use client";

import { pageSteps } from "@/components/shared/list-params";
import { Pagination } from "@/components/ui/pagination";
import type { Page } from "@/lib/contract/page";
import { formatAtLeast } from "@/lib/format";

export const pageLimit = 50;

type ListPagingProps = {
  /** `page` of the address (`listParsers`). */
  readonly page: string;
  readonly data: Omit<Page<unknown>, "filter">;
  /** `data` is still of another page: its number and its next page would be wrong for this one. */
  readonly isBehind: boolean;
  /** Goes to another page: a navigation, so it is pushed on the history. */
  readonly onPage: (page: string) => void;
};

/** The foot of a list of `/api`. Nothing when all rows are on one page. */
export function ListPaging({ page, data, isBehind, onPage }: ListPagingProps) {
  const { from, previous, next } = pageSteps(page, data.opcNextPage, pageLimit);
  return (
    <Pagination
      from={from}
      isReading={isBehind}
      shown={data.items.length}
      total={formatAtLeast(data.total, data.completeness.isComplete)}
      onPrevious={previous === null ? null : () => onPage(previous)}
      onNext={next === null ? null : () => onPage(next)}
    />
  );
}
