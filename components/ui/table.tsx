"use client";

import { ArrowDown, ArrowUp, ArrowUpDown } from "lucide-react";
import type { ComponentProps, ReactNode, Ref } from "react";
import { cn } from "@/lib/cn";

type TableProps = {
  readonly label: string;
  readonly children: ReactNode;
  /** On a phone each row becomes a block, a line for each cell under its `label`; otherwise the table scrolls. */
  readonly isStacked?: boolean;
  /** The table scrolls by itself at every width, however few rows are in sight. */
  readonly isBounded?: boolean;
  /** How many rows there are with the head, where not all of them are drawn. */
  readonly rowCount?: number | undefined;
  readonly ref?: Ref<HTMLDivElement> | undefined;
};

/**
 * A table in a region of its own that scrolls sideways by pointer and keyboard. `label` names both.
 * The first column and the header stay in sight.
 */
export function Table({ label, children, isStacked = false, isBounded = false, rowCount, ref }: TableProps) {
  return (
    <div
      ref={ref}
      role="region"
      aria-label={label}
      tabIndex={0}
      className={cn(
        "rounded-box border-line bg-surface relative overflow-auto border focus-visible:-outline-offset-1 sm:max-h-[max(24rem,calc(100dvh-13.5rem))]",
        isStacked && "stacked-table",
        isBounded && "max-h-[max(24rem,calc(100dvh-13.5rem))]",
      )}
    >
      <table aria-label={label} aria-rowcount={rowCount} className="w-full border-separate border-spacing-0">
        {children}
      </table>
    </div>
  );
}

export type Align = "start" | "end";
const alignText = (align: Align) => (align === "end" ? "text-right" : "text-left");
const sticky =
  "pl-3! sticky left-0 max-w-[44vw] sm:max-w-none after:absolute after:inset-y-0 after:right-0 after:w-px after:bg-line";

type HeaderCellProps = {
  readonly children: ReactNode;
  readonly align?: Align;
  readonly isFirst?: boolean;
  readonly className?: string | undefined;
  /** Set when the column can be sorted: its present order, what a click does, and what a pointer or the focus there. */
  readonly sort?:
    | { readonly order: "ASC" | "DESC" | null; readonly onSort: () => void; readonly onIntent: () => void }
    | undefined;
  /** What stands before and after the name: a box to choose all rows, a menu of the column's values. */
  readonly before?: ReactNode;
  readonly menu?: ReactNode;
};

const ariaSort = { ASC: "ascending", DESC: "descending" } as const;

export function HeaderCell({
  children,
  align = "start",
  isFirst = false,
  sort,
  before,
  menu,
  className,
}: HeaderCellProps) {
  const Arrow = sort?.order === "ASC" ? ArrowUp : sort?.order === "DESC" ? ArrowDown : ArrowUpDown;
  return (
    <th
      scope="col"
      aria-sort={sort ? (sort.order ? ariaSort[sort.order] : "none") : undefined}
      className={cn(
        "border-line bg-sunken text-note text-muted sticky top-0 z-10 h-9 border-b px-2 font-medium whitespace-nowrap",
        alignText(align),
        isFirst && [sticky, "z-20"],
        className,
      )}
    >
      {before}
      {sort ? (
        <button
          type="button"
          onClick={sort.onSort}
          onPointerEnter={sort.onIntent}
          onFocus={sort.onIntent}
          className="group/sort rounded-chip hover:text-ink relative -mx-1 inline-flex h-6 items-center px-1"
        >
          {children}
          <Arrow
            aria-hidden="true"
            className={cn(
              "size-3",
              menu ? "ml-0.5" : ["absolute", align === "end" ? "right-full -mr-0.5" : "left-full -ml-0.5"],
              sort.order === null &&
                (menu ? "hidden" : "opacity-0 group-hover/sort:opacity-100 group-focus-visible/sort:opacity-100"),
            )}
          />
        </button>
      ) : (
        children
      )}
      {menu}
    </th>
  );
}

type BodyCellProps = {
  readonly children: ReactNode;
  readonly align?: Align;
  /** The first cell of a row names it, and stays in sight. */
  readonly isFirst?: boolean;
  /** The name of the column, which stands before the cell where the table is stacked. */
  readonly label?: string | undefined;
  readonly className?: string | undefined;
};

export function BodyCell({ children, align = "start", isFirst = false, label, className }: BodyCellProps) {
  const classes = cn(
    "border-line h-(--row-height) border-b px-2 py-1 align-middle font-normal group-last/row:border-b-0",
    alignText(align),
    isFirst && [sticky, "bg-surface group-hover/row:bg-hover z-[5]"],
    className,
  );
  return isFirst ? (
    <th scope="row" className={classes}>
      {children}
    </th>
  ) : (
    <td data-label={label} className={classes}>
      <div>{children}</div>
    </td>
  );
}

type RowProps = ComponentProps<"tr">;

export function Row({ className, ...rest }: RowProps) {
  return <tr {...rest} className={cn("group/row hover:bg-hover", className)} />;
}
