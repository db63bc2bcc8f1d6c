"use client";

import { useQuery } from "@tanstack/react-query";
import type { Change } from "@/lib/contract/changes";
import type { ZprPolicyChange } from "@/lib/contract/zpr-policy-changes";
import { changesQuery } from "@/lib/queries/changes";
import { zprPolicyChangesQuery } from "@/lib/queries/zpr-policy-changes";

/** A change of what a resource carries, or of a ZPR policy. */
export type EveryChange =
  | { readonly of: "resource"; readonly change: Change }
  | { readonly of: "policy"; readonly change: ZprPolicyChange };

/**
 * All changes since the console was started, newest first, the plans that run, and the error where a list of them could not
 * be read.
 */
export function useEveryChange() {
  const ofResources = useQuery(changesQuery());
  const ofPolicies = useQuery(zprPolicyChangesQuery());
  const changes: readonly EveryChange[] = [
    ...(ofResources.data?.items ?? []).map((change) => ({ of: "resource", change }) as const),
    ...(ofPolicies.data?.items ?? []).map((change) => ({ of: "policy", change }) as const),
  ];
  const unread = [ofResources, ofPolicies].filter(({ data, error }) => error !== null && data === undefined);
  return {
    changes: changes.toSorted((a, b) => Date.parse(b.change.startedAt) - Date.parse(a.change.startedAt)),
    plans: ofResources.data?.plans ?? [],
    error: unread[0]?.error ?? null,
    retry: () => {
      for (const { refetch } of unread) void refetch();
    },
  };
}
