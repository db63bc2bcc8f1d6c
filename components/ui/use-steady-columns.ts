import { useLayoutEffect, useRef, type RefObject } from "react";

type Kept = { readonly key: string; readonly regionWidth: number; readonly widths: readonly number[] };

/**
 * Keeps the columns of a table at least as wide as they have been, so that rows which come and go while it is scrolled do
 * not move those beside them to and fro. Begins anew for other columns (`key`) and for another width of the region.
 */
export function useSteadyColumns(region: RefObject<HTMLElement | null>, key: string, isReady: boolean): void {
  const kept = useRef<Kept | null>(null);
  // After every drawing: which rows are drawn changes with each scroll.
  useLayoutEffect(() => {
    const box = region.current;
    const heads = [...(box?.querySelector("table")?.tHead?.rows[0]?.cells ?? [])];
    if (!box || !isReady) return;
    const regionWidth = box.clientWidth;
    if (kept.current?.key !== key || kept.current.regionWidth !== regionWidth) {
      for (const head of heads) head.style.minWidth = "";
      kept.current = null;
    }
    const before = kept.current?.widths ?? [];
    const widths = heads.map((head, index) => Math.max(head.offsetWidth, before[index] ?? 0));
    for (const [index, head] of heads.entries()) {
      const width = widths[index] ?? 0;
      if (width > (before[index] ?? 0)) head.style.minWidth = `${width}px`;
    }
    kept.current = { key, regionWidth, widths };
  });
}
