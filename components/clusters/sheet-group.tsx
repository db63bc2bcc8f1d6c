import type { ReactNode } from "react";

type SheetGroupProps = {
  /** What the rows have in common; without it the group needs no words. */
  readonly title?: ReactNode;
  readonly children: ReactNode;
};

/** Rows of the sheet that belong together, under their heading. */
export function SheetGroup({ title, children }: SheetGroupProps) {
  return (
    <tbody className="group/sheet block @4xl:table-row-group">
      {title !== undefined && (
        <tr className="block @4xl:table-row">
          <th
            scope="rowgroup"
            colSpan={6}
            className="border-line bg-canvas block border-t px-4 py-1.5 text-left font-normal @4xl:table-cell"
          >
            <span className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5">{title}</span>
          </th>
        </tr>
      )}
      {children}
    </tbody>
  );
}
