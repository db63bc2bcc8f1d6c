"use client";

import { useQuery } from "@tanstack/react-query";
import { X } from "lucide-react";
import { ChangeStatusRow } from "@/components/shared/change-status-row";
import { dismissChange, useDismissedChanges } from "@/components/shared/dismissed-changes";
import { isChangeOf } from "@/components/shared/running-change";
import { IconButton } from "@/components/ui/icon-button";
import type { Change } from "@/lib/contract/changes";
import { changesQuery } from "@/lib/queries/changes";

/** Changes while they run, and ended until they are dismissed in this browser; newest first. */
export function useShownChanges(isMeant: (change: Change) => boolean): readonly Change[] {
  const changes = useQuery(changesQuery()).data?.items ?? [];
  const dismissed = useDismissedChanges();
  return changes.filter((change) => isMeant(change) && !(change.isFinished && dismissed.has(change.id)));
}

type ResourceChangesProps = {
  /** Changes of this object, of all its surfaces; without it those of the whole cluster. */
  readonly ocid?: string | undefined;
  /** Changes of everything that stands under this cluster. */
  readonly clusterId?: string | undefined;
};

/** The changes of a resource, or of a cluster's, on its own page. */
export function ResourceChanges({ ocid, clusterId }: ResourceChangesProps) {
  const shown = useShownChanges((change) =>
    ocid === undefined ? change.clusterId === clusterId : isChangeOf(change, ocid),
  );
  if (shown.length === 0) return null;
  return (
    <div className="mb-4">
      <ChangeRows changes={shown} />
    </div>
  );
}

type ChangeRowsProps = {
  readonly changes: readonly Change[];
  /** Whether each row names its resource; not where the resource itself stands above. */
  readonly isNamed?: boolean;
};

/** Where changes stand, each with a button that dismisses it once it has ended. */
export function ChangeRows({ changes, isNamed = true }: ChangeRowsProps) {
  return (
    <ul aria-label="Changes" className="flex flex-col gap-2">
      {changes.map((change) => (
        <li key={change.id}>
          <ChangeStatusRow
            change={change}
            isNamed={isNamed}
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
