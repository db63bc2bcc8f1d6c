import type { ReactNode } from "react";
import { cn } from "@/lib/cn";

type SheetCellProps = { readonly children: ReactNode; readonly className?: string; readonly colSpan?: number };

/** A cell of the sheet: part of a block on narrow screens, a table cell on wide ones. */
export function SheetCell({ children, className, colSpan }: SheetCellProps) {
  return (
    <td
      colSpan={colSpan}
      className={cn("@4xl:border-line min-w-0 px-4 py-0 @4xl:border-t @4xl:px-3 @4xl:py-2 @4xl:align-top", className)}
    >
      {children}
    </td>
  );
}
