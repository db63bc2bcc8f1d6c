"use client";

import { type ListSize, pageLimitOf, pageSteps } from "@/components/shared/list-params";
import { useListScope } from "@/components/shared/list-scope";
import { Pagination } from "@/components/ui/pagination";
import { Select } from "@/components/ui/select";
import type { Page } from "@/lib/contract/page";
import { formatAtLeast } from "@/lib/format";

type ListPagingProps = {
  /** `page` of the address (`listParsers`). */
  readonly page: string;
  readonly data: Omit<Page<unknown>, "filter">;
  /** `data` is still of another page: its number and its next page would be wrong for this one. */
  readonly isBehind: boolean;
  /** Goes to another page: a navigation, so it is pushed on the history. */
  readonly onPage: (page: string) => void;
};

const sizes = [
  { value: "50", label: "50" },
  { value: "100", label: "100" },
  { value: "all", label: "All" },
] as const;
const smallest = 50;

/** The foot of a list of `/api`: where one stands in it, and how many rows are shown at once. */
export function ListPaging({ page, data, isBehind, onPage }: ListPagingProps) {
  const list = useListScope();
  const size = list?.address.size ?? null;
  const isAll = size === "all";
  const { from, previous, next } = pageSteps(page, data.opcNextPage, pageLimitOf(size));
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 pt-3 empty:hidden">
      {list !== null && data.total > smallest && (
        <span className="flex items-center gap-3">
          <Select<"50" | ListSize>
            look="inline"
            label="Rows"
            value={size ?? "50"}
            options={sizes}
            onValueChange={(chosen) => list.onAddress({ size: chosen === "50" ? null : chosen, page: null })}
          />
          {isAll && (
            <span className="text-muted">
              {formatAtLeast(data.total, data.completeness.isComplete)} in one list, read as it is scrolled
            </span>
          )}
        </span>
      )}
      {!isAll && (
        <Pagination
          from={from}
          isReading={isBehind}
          shown={data.items.length}
          total={formatAtLeast(data.total, data.completeness.isComplete)}
          onPrevious={previous === null ? null : () => onPage(previous)}
          onNext={next === null ? null : () => onPage(next)}
        />
      )}
    </div>
  );
}
