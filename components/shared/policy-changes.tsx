"use client";

import { useQuery } from "@tanstack/react-query";
import { X } from "lucide-react";
import { useEffect, useRef } from "react";
import { dismissChange, useDismissedChanges } from "@/components/shared/dismissed-changes";
import { PolicyChangeRow } from "@/components/shared/policy-change-row";
import { IconButton } from "@/components/ui/icon-button";
import { useAnnounce } from "@/components/ui/live-region";
import { useInvalidateAfterPolicyChange, zprPolicyChangesQuery } from "@/lib/queries/zpr-policy-changes";

type PolicyChangesProps = {
  /** Changes of this policy; without it of all. */
  readonly policyId?: string;
};

/**
 * Changes of policies while they run, and ended until they are dismissed in this browser. When one ends, what it changed
 * is read again, and it is read out once.
 */
export function PolicyChanges({ policyId }: PolicyChangesProps) {
  const { data } = useQuery(zprPolicyChangesQuery());
  const dismissed = useDismissedChanges();
  const announce = useAnnounce();
  const invalidate = useInvalidateAfterPolicyChange();
  const running = useRef<ReadonlySet<string>>(new Set());
  const items = data?.items;
  useEffect(() => {
    if (items === undefined) return;
    for (const change of items) {
      if (!change.isFinished || !running.current.has(change.id)) continue;
      announce(`${change.policyName}: ${change.message}`);
      void invalidate();
    }
    running.current = new Set(items.filter(({ isFinished }) => !isFinished).map(({ id }) => id));
  }, [items, announce, invalidate]);
  const shown = (items ?? []).filter(
    (change) =>
      (policyId === undefined || change.policyId === policyId) && !(change.isFinished && dismissed.has(change.id)),
  );
  if (shown.length === 0) return null;
  return (
    <ul aria-label="Changes of ZPR policies" className="mb-4 flex flex-col gap-2">
      {shown.map((change) => (
        <li key={change.id}>
          <PolicyChangeRow
            change={change}
            action={
              change.isFinished && (
                <IconButton
                  size="small"
                  label={`Dismiss the change of ${change.policyName}`}
                  icon={<X aria-hidden="true" className="size-3.5" />}
                  onClick={() => dismissChange(change.id)}
                />
              )
            }
          />
        </li>
      ))}
    </ul>
  );
}
