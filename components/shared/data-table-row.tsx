"use client";

import { memo, useLayoutEffect, useMemo, useRef, type ComponentProps, type ReactNode } from "react";
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
  /** Where rows can be chosen: whether this one is, and how that is changed. */
  readonly choice: RowChoice<T> | undefined;
  readonly isChosen: boolean;
};

/** What stays the same of a selection while rows are chosen, so that a row is drawn anew for itself only. */
export type RowChoice<T> = {
  readonly choose: (row: T, isChosen: boolean) => void;
  readonly labelOf: (row: T) => ReactNode;
};

/** The lasting part of a selection; its functions are those of the last drawing. */
export function useRowChoice<T>(selection: RowSelection<T> | undefined): RowChoice<T> | undefined {
  const latest = useRef(selection);
  useLayoutEffect(() => {
    latest.current = selection;
  });
  const labelOf = selection?.labelOf;
  return useMemo(
    () => labelOf && { labelOf, choose: (row, isChosen) => latest.current?.set([row], isChosen) },
    [labelOf],
  );
}

/**
 * One row; its box stands before its name. It is drawn anew only when something of it is another: most of what a list
 * is drawn for, as a letter in its filter or an answer that changes one row, leaves most rows as they are.
 */
export const DataTableRow = memo(TableRow) as typeof TableRow;

function TableRow<T>({ row, columns, choice, isChosen, ...rest }: DataTableRowProps<T>) {
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
          {index === 0 && choice ? (
            <span className="flex items-start gap-2">
              <Checkbox
                label={choice.labelOf(row)}
                isLabelHidden
                isChecked={isChosen}
                onChange={(checked) => choice.choose(row, checked)}
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
