import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import {
  listZprPolicyChangesResponseSchema,
  zprPolicyChangePreviewSchema,
  zprPolicyChangeSchema,
  type CreateZprPolicyChangeDetails,
} from "@/lib/contract/zpr-policy-changes";
import { zprPolicyEditBaseSchema, zprPolicyNamesSchema } from "@/lib/contract/zpr-policy-edit";
import { apiFetch, apiPost } from "@/lib/queries/api-fetch";
import { apiPaths } from "@/lib/queries/api-paths";

const whileRunningMs = 1_500;
const otherwiseMs = 15_000;

/** Every change of a policy since the console was started, newest first; looked at often while one runs. */
export const zprPolicyChangesQuery = () =>
  queryOptions({
    queryKey: ["listZprPolicyChanges"],
    queryFn: ({ signal }) => apiFetch(listZprPolicyChangesResponseSchema, apiPaths.zprPolicyChanges(), signal),
    staleTime: 0,
    refetchInterval: ({ state }) =>
      state.data?.items.some(({ isFinished, isLongWatch }) => !isFinished && isLongWatch !== true)
        ? whileRunningMs
        : otherwiseMs,
  });

/** What would be written, what the linter and the service say of it, and the same as code. */
export const zprPolicyPreviewQuery = (details: CreateZprPolicyChangeDetails) =>
  queryOptions({
    queryKey: ["previewZprPolicyChange", details],
    queryFn: () => apiPost(zprPolicyChangePreviewSchema, apiPaths.zprPolicyChangePreview(), details),
    staleTime: 0,
    gcTime: 0,
    refetchOnReconnect: false,
    refetchOnWindowFocus: false,
  });

/** What an edit starts from, read now. */
export const zprPolicyEditBaseQuery = (policyId: string) =>
  queryOptions({
    queryKey: ["getZprPolicyEditBase", policyId],
    queryFn: ({ signal }) => apiFetch(zprPolicyEditBaseSchema, apiPaths.zprPolicyEditBase(policyId), signal),
    staleTime: 0,
    gcTime: 0,
    refetchOnReconnect: false,
    refetchOnWindowFocus: false,
  });

/** What names in statements are completed from. */
export const zprPolicyNamesQuery = () =>
  queryOptions({
    queryKey: ["listZprPolicyNames"],
    queryFn: ({ signal }) => apiFetch(zprPolicyNamesSchema, apiPaths.zprPolicyNames(), signal),
  });

/** Sends one change. Never sent twice: a lost answer shows in the list of changes. */
export function useCreateZprPolicyChange() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationKey: ["createZprPolicyChange"],
    mutationFn: (details: CreateZprPolicyChangeDetails) =>
      apiPost(zprPolicyChangeSchema, apiPaths.zprPolicyChanges(), details),
    onSuccess: (change) =>
      queryClient.setQueryData(zprPolicyChangesQuery().queryKey, (list) => ({
        items: [change, ...(list?.items ?? []).filter(({ id }) => id !== change.id)],
      })),
    onSettled: () => queryClient.invalidateQueries({ queryKey: zprPolicyChangesQuery().queryKey }),
  });
}

const touched: ReadonlySet<unknown> = new Set([
  "listZprPolicies",
  "getZprPolicy",
  "getClusterReadiness",
  "getRequiredStatements",
  "listNamingStatements",
  "listFindings",
  "getTrace",
  "effectOfChange",
  "getGuards",
  "holdEdit",
]);

/**
 * When a change of a policy ends, has what it made old read again, whatever page is open. Used once, in the shell. Calls
 * `onChangeEnd` with each change that ended while the page was open.
 */
export function useFollowPolicyChanges(onChangeEnd: (message: string) => void): void {
  const queryClient = useQueryClient();
  const changes = useQuery(zprPolicyChangesQuery()).data?.items;
  const running = useRef<ReadonlySet<string>>(new Set());
  useEffect(() => {
    if (!changes) return;
    for (const change of changes) {
      if (!change.isFinished || !running.current.has(change.id)) continue;
      onChangeEnd(`${change.policyName}: ${change.message}`);
      void queryClient.invalidateQueries({ predicate: ({ queryKey }) => touched.has(queryKey[0]) });
    }
    running.current = new Set(changes.filter((change) => !change.isFinished).map((change) => change.id));
  }, [changes, queryClient, onChangeEnd]);
}
