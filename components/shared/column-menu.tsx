"use client";

import { useState } from "react";
import { useListScope } from "@/components/shared/list-scope";
import type { LayerProps } from "@/components/shared/popover-button";
import { useKeyValues } from "@/components/shared/use-key-values";
import { Checkbox } from "@/components/ui/checkbox";
import { FilterBox } from "@/components/ui/filter-box";
import { Literal } from "@/components/ui/literal";
import { Popover } from "@/components/ui/popover";
import { Skeleton } from "@/components/ui/skeleton";
import { valuesOfKey, withValueToggled } from "@/lib/filter-text/edit-filter-text";
import { formatAtLeast, formatCounted } from "@/lib/format";

const searchedAbove = 8;

type ColumnMenuProps = LayerProps & { readonly header: string; readonly filterKey: string };

/** The values that stand in a column under all other filters, with how many rows have each; those chosen narrow. */
export function ColumnMenu({ header, filterKey, anchor, onClose }: ColumnMenuProps) {
  const list = useListScope();
  const [text, setText] = useState("");
  const values = useKeyValues(filterKey, text);
  if (list === null) return null;
  const { q } = list.address;
  const chosen = valuesOfKey(q, filterKey).map((value) => value.toLowerCase());
  const facet = values.data?.filter.values ?? null;
  const isComplete = values.data?.completeness.isComplete ?? true;
  const isChosen = (value: string, label: string) =>
    chosen.includes(value.toLowerCase()) || chosen.includes(label.toLowerCase());
  return (
    <Popover title={`Values of ${header}`} anchor={anchor} onClose={onClose} align="start">
      {((facet?.items.length ?? 0) > searchedAbove || text !== "") && (
        <div className="border-line border-b p-2">
          <FilterBox label={`Find a value of ${header}`} value={text} onValueChange={setText} className="w-full" />
        </div>
      )}
      {values.error && (
        <p role="alert" className="text-blocked p-3">
          The values could not be read: {values.error.message}
        </p>
      )}
      {facet === null && !values.error && (
        <div role="status" aria-label="Reading the values" className="flex flex-col gap-3 p-3">
          <Skeleton className="w-40" />
          <Skeleton className="w-28" />
        </div>
      )}
      {facet !== null && (
        <ul aria-label={`Values of ${header}`} className="py-1">
          {facet.items.map(({ value, label, count }) => (
            <li key={value} className="hover:bg-hover flex min-h-8 items-center justify-between gap-3 px-3">
              <Checkbox
                label={
                  <span className="wrap-anywhere">
                    <Literal text={label} className={value === "" ? "text-muted" : undefined} />
                    <span className="sr-only">, {formatCounted(count, "row")}</span>
                  </span>
                }
                isChecked={isChosen(value, label)}
                onChange={() => list.onAddress({ q: withValueToggled(q, filterKey, value) || null, page: null })}
              />
              <span aria-hidden="true" className="text-note text-muted shrink-0 tabular-nums">
                {formatAtLeast(count, isComplete)}
              </span>
            </li>
          ))}
          {facet.items.length === 0 && <li className="text-muted px-3 py-1">No value holds this</li>}
          {facet.moreCount > 0 && (
            <li className="text-note text-muted px-3 py-1">
              and {formatCounted(facet.moreCount, "more value")}; type to find one
            </li>
          )}
        </ul>
      )}
    </Popover>
  );
}
