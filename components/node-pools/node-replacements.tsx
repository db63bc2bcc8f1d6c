"use client";

import { useQuery } from "@tanstack/react-query";
import { X } from "lucide-react";
import { useEffect, useRef } from "react";
import { ReplacementRow } from "@/components/node-pools/replacement-row";
import { dismissChange, useDismissedChanges } from "@/components/shared/dismissed-changes";
import { IconButton } from "@/components/ui/icon-button";
import { useAnnounce } from "@/components/ui/live-region";
import type { NodeReplacement } from "@/lib/contract/node-replacements";
import { nodeReplacementsQuery, useInvalidateAfterReplacement } from "@/lib/queries/node-replacements";

/** The replacements of a pool's nodes: while they run, and ended until they are dismissed in this browser. */
export function NodeReplacements({ nodePoolId }: { readonly nodePoolId: string }) {
  const items = useQuery(nodeReplacementsQuery()).data?.items ?? [];
  const dismissed = useDismissedChanges();
  useFollowEnds(items);
  const shown = items.filter((item) => item.nodePoolId === nodePoolId && !(item.isFinished && dismissed.has(item.id)));
  if (shown.length === 0) return null;
  return (
    <ul aria-label="Node replacements" className="mb-4 flex flex-col gap-2">
      {shown.map((replacement) => (
        <li key={replacement.id}>
          <ReplacementRow
            replacement={replacement}
            action={
              replacement.isFinished && (
                <IconButton
                  size="small"
                  label={`Dismiss the replacement of the nodes of ${replacement.nodePoolName}`}
                  icon={<X aria-hidden="true" className="size-3.5" />}
                  onClick={() => dismissChange(replacement.id)}
                />
              )
            }
          />
        </li>
      ))}
    </ul>
  );
}

/** Says that a replacement has ended, and has what it changed read again. */
function useFollowEnds(items: readonly NodeReplacement[]): void {
  const announce = useAnnounce();
  const invalidate = useInvalidateAfterReplacement();
  const running = useRef<ReadonlySet<string>>(new Set());
  useEffect(() => {
    for (const { id, isFinished, nodePoolName, message } of items) {
      if (!isFinished || !running.current.has(id)) continue;
      announce(`${nodePoolName}: ${message}`);
      void invalidate();
    }
    running.current = new Set(items.filter(({ isFinished }) => !isFinished).map(({ id }) => id));
  }, [items, announce, invalidate]);
}
