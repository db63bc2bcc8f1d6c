"use client";

import { useQuery } from "@tanstack/react-query";
import { X } from "lucide-react";
import { ChangeStatusRow } from "@/components/shared/change-status-row";
import { dismissChange, useDismissedChanges } from "@/components/shared/dismissed-changes";
import { isChangeOf } from "@/components/shared/running-change";
import { IconButton } from "@/components/ui/icon-button";
import { changesQuery } from "@/lib/queries/changes";

type ResourceChangesProps = {
  /** Changes of this object, of all its surfaces; without it those of the whole cluster. */
  readonly ocid?: string | undefined;
  /** Changes of everything that stands under this cluster. */
  readonly clusterId?: string | undefined;
};

/** The changes of a resource, or of a cluster's, on its own page: while they run, and ended until they are dismissed. */
export function ResourceChanges({ ocid, clusterId }: ResourceChangesProps) {
  const changes = useQuery(changesQuery()).data?.items ?? [];
  const dismissed = useDismissedChanges();
  const shown = changes.filter(
    (change) =>
      (ocid === undefined ? change.clusterId === clusterId : isChangeOf(change, ocid)) &&
      !(change.isFinished && dismissed.has(change.id)),
  );
  if (shown.length === 0) return null;
  return (
    <ul aria-label="Changes" className="mb-4 flex flex-col gap-2">
      {shown.map((change) => (
        <li key={change.id}>
          <ChangeStatusRow
            change={change}
            action={
              change.isFinished && (
                <IconButton
                  size="small"
                  label={`Dismiss the change of ${change.displayName}`}
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
