"use client";

import { useQuery } from "@tanstack/react-query";
import type { Change } from "@/lib/contract/changes";
import { changesQuery } from "@/lib/queries/changes";

/** Whether a change is of this object: the two surfaces of a node pool are one object to OCI. */
export const isChangeOf = ({ resourceId }: Pick<Change, "resourceId">, ocid: string): boolean =>
  resourceId === ocid || resourceId.startsWith(`${ocid}:`);

/** The change that keeps an object from being edited now; `undefined` when none does. */
export const useRunningChange = (ocid: string): Change | undefined =>
  useQuery({
    ...changesQuery(),
    // The frame looks at changes all the time: a row that comes into sight need not ask anew.
    refetchOnMount: false,
    select: ({ items }) =>
      items.find((change) => !change.isFinished && !change.isLongWatch && isChangeOf(change, ocid)) ?? null,
  }).data ?? undefined;

/** Why another edit has to wait, as the disabled control says it. */
export function runningChangeReason({ workRequest }: Pick<Change, "workRequest">): string {
  const name = workRequest === null ? "" : ` (work request …${workRequest.id.slice(-6)})`;
  return `Update in progress${name}. OCI takes one change at a time.`;
}
