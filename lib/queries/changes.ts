import { queryOptions, useMutation, useQueryClient, type QueryClient } from "@tanstack/react-query";
import {
  changePreviewSchema,
  changeSchema,
  listChangesResponseSchema,
  type Change,
  type CreateChangeDetails,
} from "@/lib/contract/changes";
import { apiFetch, apiPost } from "@/lib/queries/api-fetch";
import { apiPaths } from "@/lib/queries/api-paths";
import { inventoryLists } from "@/lib/queries/inventory-lists";

const runningMs = 1_000;
const idleMs = 15_000;

/** Whether something may have happened to a change within a second. */
const isRunning = ({ isFinished, isLongWatch }: Change): boolean => !isFinished && !isLongWatch;

/** Every change since the console was started, newest first; looked at every second while one runs. */
export const changesQuery = () =>
  queryOptions({
    queryKey: ["listChanges"],
    queryFn: ({ signal }) => apiFetch(listChangesResponseSchema, apiPaths.changes(), signal),
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data?.items.some(isRunning) ? runningMs : idleMs),
  });

/** One change; looked at every second until it has ended. */
export const changeQuery = (changeId: string) =>
  queryOptions({
    queryKey: ["getChange", changeId],
    queryFn: ({ signal }) => apiFetch(changeSchema, apiPaths.change(changeId), signal),
    staleTime: 0,
    refetchInterval: ({ state: { data } }) => (data?.isFinished ? false : data?.isLongWatch ? idleMs : runningMs),
  });

/** The exact difference and the same change as code, before anything is sent. */
export const changePreviewQuery = (details: CreateChangeDetails) =>
  queryOptions({
    queryKey: ["previewChange", details],
    queryFn: () => apiPost(changePreviewSchema, apiPaths.changePreview(), details),
    staleTime: 0,
    gcTime: 0,
  });

/** What a change makes old: the resource itself, every list and every count. */
export const invalidateAfterChange = (queryClient: QueryClient, change: Change): Promise<unknown> =>
  Promise.all([
    queryClient.invalidateQueries({ queryKey: ["getResource", change.resourceId] }),
    queryClient.invalidateQueries({ queryKey: ["getInventory"] }),
    queryClient.invalidateQueries({ predicate: inventoryLists }),
  ]);

/** Sends one change. Never sent twice: a lost answer shows in the list of changes. */
export function useCreateChange() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationKey: ["createChange"],
    mutationFn: (details: CreateChangeDetails) => apiPost(changeSchema, apiPaths.changes(), details),
    onSuccess: (change) => queryClient.setQueryData(changeQuery(change.id).queryKey, change),
    onSettled: () => queryClient.invalidateQueries({ queryKey: changesQuery().queryKey }),
  });
}
