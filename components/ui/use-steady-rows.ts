import { useEffect, useState, type RefObject } from "react";

type Steady<T> = {
  readonly rows: readonly T[];
  /** Rows that wait to be shown, because the pointer is over the table; 0 when nothing is held back. */
  readonly heldCount: number;
  readonly showNow: () => void;
};

const hasSameOrder = (before: readonly string[], after: readonly string[]) =>
  before.length === after.length && before.every((id, index) => id === after[index]);

/**
 * Holds new rows back while the pointer is over the table, which is `region`, so that nothing moves under it. What the
 * rows say is always new; only which rows there are, and their order, waits. `viewKey` changes when the person asked
 * for another view.
 */
export function useSteadyRows<T>(
  rows: readonly T[],
  idOf: (row: T) => string,
  viewKey: string,
  region: RefObject<HTMLElement | null>,
): Steady<T> {
  const [isPointerOver, setPointerOver] = useState(false);
  const [shown, setShown] = useState<{ readonly key: string; readonly ids: readonly string[] }>({
    key: viewKey,
    ids: [],
  });

  useEffect(() => {
    const element = region.current;
    if (!element) return undefined;
    const enter = () => setPointerOver(true);
    const leave = () => setPointerOver(false);
    element.addEventListener("pointerenter", enter);
    element.addEventListener("pointerleave", leave);
    return () => {
      element.removeEventListener("pointerenter", enter);
      element.removeEventListener("pointerleave", leave);
    };
  });

  const ids = rows.map(idOf);
  const mayMove = !isPointerOver || shown.key !== viewKey || shown.ids.length === 0;
  if (mayMove && (shown.key !== viewKey || !hasSameOrder(shown.ids, ids))) setShown({ key: viewKey, ids });

  const showNow = () => setShown({ key: viewKey, ids });
  if (mayMove || hasSameOrder(shown.ids, ids)) return { rows, heldCount: 0, showNow };

  const byId = new Map(rows.map((row) => [idOf(row), row]));
  const held = shown.ids.flatMap((id) => byId.get(id) ?? []);
  const heldCount = Math.max(1, rows.length - held.length);
  return { rows: held, heldCount, showNow };
}
