"use client";

import { useQuery } from "@tanstack/react-query";
import { X } from "lucide-react";
import { dismissChange, useDismissedChanges } from "@/components/shared/dismissed-changes";
import { PolicyChangeRow } from "@/components/shared/policy-change-row";
import { IconButton } from "@/components/ui/icon-button";
import { zprPolicyChangesQuery } from "@/lib/queries/zpr-policy-changes";

type PolicyChangesProps = {
  /** Changes of this policy; without it of all. */
  readonly policyId?: string;
};

/** Changes of policies while they run, and ended until they are dismissed in this browser. */
export function PolicyChanges({ policyId }: PolicyChangesProps) {
  const { data } = useQuery(zprPolicyChangesQuery());
  const dismissed = useDismissedChanges();
  const shown = (data?.items ?? []).filter(
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
