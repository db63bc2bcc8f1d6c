import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { keepSelection, keptSelection } from "@/components/shared/list-selection";
import { useFirstReading } from "@/components/shared/still-reading";
import { useAnnounce } from "@/components/ui/live-region";
import { formatCounted } from "@/lib/format";
import type { PageParams } from "@/lib/queries/page-reader";
import { selectedQuery } from "@/lib/queries/page-reader";
import { resourcePages } from "@/lib/queries/resources";

const list = "resources";
/** How many one question can name: its address has to hold them. */
const askedAtMost = 50;

export type ResourceSelection = {
  readonly ids: readonly string[];
  readonly set: (ids: readonly string[]) => void;
  /** What was taken out of the selection because the filter hides it, in words; `null` for nothing. */
  readonly note: string | null;
};

const partsOf = (ids: readonly string[]): readonly string[] =>
  Array.from({ length: Math.ceil(ids.length / askedAtMost) }, (_, part) =>
    ids.slice(part * askedAtMost, (part + 1) * askedAtMost).join(","),
  );

/**
 * The chosen resources: they stay through refreshing, sorting, paging and a reload of the page. Those that a filter
 * would hide are taken out, and that is said. `request` is the list's question; its page does not matter.
 */
export function useResourceSelection({
  page: _page,
  limit: _limit,
  sortBy: _by,
  sortOrder: _order,
  ...filters
}: PageParams) {
  const announce = useAnnounce();
  const isFirst = useFirstReading();
  // On the server nothing is chosen; no row is drawn there either, so nothing tells the two apart.
  const [ids, setIds] = useState<readonly string[]>(() => (typeof window === "undefined" ? [] : keptSelection(list)));
  const [note, setNote] = useState<string | null>(null);
  const [judged, setJudged] = useState<readonly string[] | undefined>(undefined);
  useEffect(() => keepSelection(list, ids), [ids]);
  useEffect(() => {
    if (note !== null) announce(note);
  }, [note, announce]);

  const set = (next: readonly string[]) => {
    setIds(next);
    setNote(null);
  };

  const parts = partsOf(ids);
  const present = useQuery({
    ...selectedQuery(resourcePages, filters, parts),
    enabled: ids.length > 0,
  }).data;

  // What is not read yet is not hidden.
  if (!isFirst && present !== undefined && present !== judged) {
    setJudged(present);
    const shown = new Set(present);
    const kept = ids.filter((id) => shown.has(id));
    if (kept.length < ids.length) {
      setIds(kept);
      setNote(
        `${formatCounted(ids.length - kept.length, "resource")} no longer selected: hidden by the filter, or gone`,
      );
    }
  }

  return { ids, set, note } satisfies ResourceSelection;
}
