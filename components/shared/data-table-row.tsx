"use client";

import type { ComponentProps, ReactNode } from "react";
import type { DataColumn } from "@/components/shared/data-columns";
import { Checkbox } from "@/components/ui/checkbox";
import { BodyCell, Row } from "@/components/ui/table";

/** Which rows of a table are chosen, and how that is changed. */
export type RowSelection<T> = {
  readonly has: (row: T) => boolean;
  readonly set: (rows: readonly T[], isChosen: boolean) => void;
  /** What the box of a row is called: "Choose payments-prod". */
  readonly labelOf: (row: T) => ReactNode;
};

type DataTableRowProps<T> = ComponentProps<typeof Row> & {
  readonly row: T;
  readonly columns: readonly DataColumn<T>[];
  readonly selection?: RowSelection<T> | undefined;
};

/** One row; its box stands before its name. */
export function DataTableRow<T>({ row, columns, selection, ...rest }: DataTableRowProps<T>) {
  return (
    <Row {...rest}>
      {columns.map(({ id, header, meta: { align, className }, render }, index) => (
        <BodyCell
          key={id}
          isFirst={index === 0}
          label={header}
          className={className}
          {...(align !== undefined && { align })}
        >
          {index === 0 && selection ? (
            <span className="flex items-start gap-2">
              <Checkbox
                label={selection.labelOf(row)}
                isLabelHidden
                isChecked={selection.has(row)}
                onChange={(isChosen) => selection.set([row], isChosen)}
              />
              <span className="min-w-0 flex-1 self-center">{render(row)}</span>
            </span>
          ) : (
            render(row)
          )}
        </BodyCell>
      ))}
    </Row>
  );
}
