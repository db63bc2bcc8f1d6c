"use client";

import { useQueries } from "@tanstack/react-query";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useEffectEvent, useRef, type RefObject } from "react";
import { createPortal } from "react-dom";
import type { DataColumn } from "@/components/shared/data-columns";
import { DataTableRow, useRowChoice, type RowSelection } from "@/components/shared/data-table-row";
import { HeldRows } from "@/components/shared/held-rows";
import { type useListScope, withoutPage } from "@/components/shared/list-scope";
import { Skeleton } from "@/components/ui/skeleton";
import { useSteadyColumns } from "@/components/ui/use-steady-columns";
import { useSteadyRows } from "@/components/ui/use-steady-rows";
import { windowQuery, windowSize } from "@/lib/queries/page-reader";

/** Of a row whose names take two lines, as most do. */
const usualHeight = 53;
const moves = ["wheel", "pointerdown", "touchmove"] as const;

type VirtualRowsProps = {
  readonly list: NonNullable<ReturnType<typeof useListScope>>;
  readonly columns: readonly DataColumn<unknown>[];
  readonly rowId: (row: unknown) => string;
  readonly selection: RowSelection<unknown> | undefined;
  readonly viewKey: string;
  /** What scrolls: the table's own region. */
  readonly region: RefObject<HTMLDivElement | null>;
};

/**
 * All rows of a list as one that is scrolled: only those in sight are drawn, and their parts are read as they come.
 * Before and after them stands a row as high as the rest.
 */
export function VirtualRows({ list, columns, rowId, selection, viewKey, region }: VirtualRowsProps) {
  const { pages, request, answer } = list;
  const choice = useRowChoice(selection);
  const total = answer?.total ?? 0;
  // oxlint-disable-next-line react/incompatible-library -- what it gives changes with each scroll, so it may not be remembered
  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => region.current,
    estimateSize: () => usualHeight,
    overscan: 2,
  });
  const drawn = virtualizer.getVirtualItems();
  const firstWindow = Math.floor((drawn[0]?.index ?? 0) / windowSize);
  const lastWindow = Math.floor((drawn.at(-1)?.index ?? 0) / windowSize);
  const windows = Array.from({ length: lastWindow - firstWindow + 1 }, (_, index) => firstWindow + index);
  const question = withoutPage(request);
  const reads = useQueries({
    queries: windows.map((window) => windowQuery(pages, question, window)),
  });
  const loaded = reads.map(({ data }) => data?.items);
  const state = reads.map(({ data, isPlaceholderData }) => `${data?.items.length ?? "-"}${isPlaceholderData}`);
  const here = `${viewKey} ${windows.join()} ${state.join()}`;
  const steady = useSteadyRows(
    loaded.flatMap((items) => items ?? []),
    rowId,
    here,
    region,
  );
  useEndKey(region, () => virtualizer.scrollToIndex(total - 1, { align: "end" }), here);
  // Another question begins at its first row.
  const asked = JSON.stringify(question);
  const shownQuestion = useRef(asked);
  useEffect(() => {
    if (asked === shownQuestion.current) return;
    shownQuestion.current = asked;
    region.current?.scrollTo({ top: 0 });
  }, [asked, region]);
  const isWhole = loaded.every((items) => items !== undefined);
  useSteadyColumns(region, columns.map(({ id }) => id).join(), isWhole && drawn.length > 0);
  const rowAt = (index: number): unknown => {
    if (isWhole) return steady.rows[index - firstWindow * windowSize];
    return loaded[Math.floor(index / windowSize) - firstWindow]?.[index % windowSize];
  };
  const before = drawn[0]?.start ?? 0;
  const after = virtualizer.getTotalSize() - (drawn.at(-1)?.end ?? 0);
  const problem = reads.find(({ error }) => error !== null)?.error ?? null;
  return (
    <tbody>
      <Spacer height={before} />
      {problem !== null && (
        <tr>
          <td colSpan={columns.length} className="text-blocked px-3 py-2">
            <p role="alert">Some rows could not be read: {problem.message}</p>
          </td>
        </tr>
      )}
      {drawn.map(({ index }) => {
        const row = rowAt(index);
        const place = { "data-index": index, "aria-rowindex": index + 2, ref: virtualizer.measureElement };
        return row === undefined ? (
          <tr key={`place-${index}`} {...place}>
            <td colSpan={columns.length} className="border-line h-(--row-height) border-b px-3">
              <span className="sr-only">Reading</span>
              <Skeleton className="w-48" />
            </td>
          </tr>
        ) : (
          <DataTableRow
            key={rowId(row)}
            row={row}
            columns={columns}
            choice={choice}
            isChosen={selection?.has(row) ?? false}
            {...place}
          />
        );
      })}
      <Spacer height={after} />
      {region.current?.parentElement &&
        createPortal(<HeldRows count={steady.heldCount} onShow={steady.showNow} />, region.current.parentElement)}
    </tbody>
  );
}

/**
 * The key End, in a region whose rows are partly unread: the heights of rows that were never drawn are guessed, so the
 * browser's own way to the end stops short of it, and the last rows grow when they are read. So it is gone there again with
 * each `reading`, until the person moves otherwise.
 */
function useEndKey(region: RefObject<HTMLDivElement | null>, scrollToEnd: () => void, reading: string): void {
  const isAtEnd = useRef(false);
  const scroll = useEffectEvent(scrollToEnd);
  useEffect(() => {
    const box = region.current;
    const onKey = (event: KeyboardEvent) => {
      isAtEnd.current = event.key === "End" && event.target === box;
      if (!isAtEnd.current) return;
      event.preventDefault();
      scroll();
    };
    const onMove = () => {
      isAtEnd.current = false;
    };
    box?.addEventListener("keydown", onKey);
    for (const kind of moves) box?.addEventListener(kind, onMove, { passive: true });
    return () => {
      box?.removeEventListener("keydown", onKey);
      for (const kind of moves) box?.removeEventListener(kind, onMove);
    };
  }, [region]);
  useEffect(() => {
    if (isAtEnd.current) scroll();
  }, [reading]);
}

/** The place of rows that are not drawn. */
function Spacer({ height }: { readonly height: number }) {
  if (height <= 0) return null;
  return (
    <tr
      aria-hidden="true"
      ref={(row) => {
        if (row) row.style.height = `${height}px`;
      }}
    />
  );
}
