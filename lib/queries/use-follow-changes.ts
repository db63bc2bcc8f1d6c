import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { changesQuery, invalidateAfterChange } from "@/lib/queries/changes";

/**
 * When a change ends, what it changed is read again. Used once, in the shell. Calls `onChangeEnd` with each change that
 * ended while the page was open.
 */
export function useFollowChanges(onChangeEnd: (message: string) => void): void {
  const queryClient = useQueryClient();
  const changes = useQuery(changesQuery()).data?.items;
  const running = useRef<ReadonlySet<string>>(new Set());

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
