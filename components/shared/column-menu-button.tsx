"use client";

import { ListFilter } from "lucide-react";
import { useRef, useState } from "react";
import { late } from "@/components/shared/late";
import { useListScope } from "@/components/shared/list-scope";
import { cn } from "@/lib/cn";
import { parseFilterText } from "@/lib/filter-text/parse-filter-text";

const ColumnMenu = late(() => import("@/components/shared/column-menu").then((module) => module.ColumnMenu));

type ColumnMenuButtonProps = { readonly header: string; readonly filterKey: string };

/** In the head of a column: opens the list of its values. It stands out where the column narrows the list. */
export function ColumnMenuButton({ header, filterKey }: ColumnMenuButtonProps) {
  const list = useListScope();
  const anchor = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  if (list === null) return null;
  const isNarrowing = parseFilterText(list.address.q).some(({ key, values }) => key === filterKey && values.length > 0);
  return (
    <>
      <button
        ref={anchor}
        type="button"
        aria-label={`Values of ${header}${isNarrowing ? ", filtered" : ""}`}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
        className={cn(
          "rounded-chip hover:bg-hover hover:text-ink -my-1 -mr-2 -ml-0.5 inline-flex size-6 items-center justify-center align-middle",
          isNarrowing && "text-accent",
        )}
      >
        <ListFilter aria-hidden="true" className="size-3" />
      </button>
      {isOpen && <ColumnMenu header={header} filterKey={filterKey} anchor={anchor} onClose={() => setOpen(false)} />}
    </>
  );
}
