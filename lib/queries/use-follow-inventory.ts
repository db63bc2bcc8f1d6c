import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { changesQuery, invalidateAfterChange } from "@/lib/queries/changes";
import { inventoryQuery } from "@/lib/queries/inventory";
import { inventoryLists } from "@/lib/queries/inventory-lists";

/**
 * Keeps the page in step with the server: when the inventory has a new revision, what was made from the old one is read
 * again; when a change ends, so is what it changed. Used once, in the shell. Calls `onChangeEnd` with each change that
 * ended while the page was open.
 */
export function useFollowInventory(onChangeEnd: (message: string) => void): void {
  const queryClient = useQueryClient();
  const revision = useQuery(inventoryQuery()).data?.revision;
  const changes = useQuery(changesQuery()).data?.items;
  const seenRevision = useRef(revision);
  const running = useRef<ReadonlySet<string>>(new Set());

  useEffect(() => {
    if (revision === undefined || revision === seenRevision.current) return;
    const isFirst = seenRevision.current === undefined;
    seenRevision.current = revision;
    if (!isFirst) void queryClient.invalidateQueries({ predicate: inventoryLists });
  }, [revision, queryClient]);

  useEffect(() => {
    if (!changes) return;
    for (const change of changes) {
      if (!change.isFinished || !running.current.has(change.id)) continue;
      onChangeEnd(`${change.displayName}: ${change.message}`);
      void invalidateAfterChange(queryClient, change);
    }
    running.current = new Set(changes.filter((change) => !change.isFinished).map((change) => change.id));
  }, [changes, queryClient, onChangeEnd]);
}
