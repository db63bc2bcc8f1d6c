import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import type { Change } from "@/lib/contract/changes";
import { changesQuery, invalidateAfterChange } from "@/lib/queries/changes";

/** How a change ended; `null` while it runs. */
const endOf = ({ isFinished, state }: Change): Change["state"] | null => (isFinished ? state : null);

/**
 * When a change ends, what it changed is read again. Used once, in the shell. Calls `onChangeEnd` with each change that
 * ended while the page was open, and with one of which more was found out after its end.
 */
export function useFollowChanges(onChangeEnd: (message: string) => void): void {
  const queryClient = useQueryClient();
  const changes = useQuery(changesQuery()).data?.items;
  const seen = useRef<ReadonlyMap<string, Change["state"] | null>>(new Map());

  useEffect(() => {
    if (!changes) return;
    for (const change of changes) {
      const before = seen.current.get(change.id);
      if (!change.isFinished || before === undefined || before === change.state) continue;
      onChangeEnd(`${change.displayName}: ${change.message}`);
      void invalidateAfterChange(queryClient, change);
    }
    seen.current = new Map(changes.map((change) => [change.id, endOf(change)]));
  }, [changes, queryClient, onChangeEnd]);
}
