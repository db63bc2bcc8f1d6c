import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { changePreviewSchema } from "@/lib/contract/change-preview";
import { changeSchema } from "@/lib/contract/changes";
import type { CreateChangeDetails } from "@/lib/contract/create-change";
import { apiPost } from "@/lib/queries/api-fetch";
import { apiPaths } from "@/lib/queries/api-paths";
import { changeQuery, changesQuery } from "@/lib/queries/changes";

/** The exact difference and the same change as code, before anything is sent. */
export const changePreviewQuery = (details: CreateChangeDetails) =>
  queryOptions({
    queryKey: ["previewChange", details],
    queryFn: () => apiPost(changePreviewSchema, apiPaths.changePreview(), details),
    staleTime: 0,
    gcTime: 0,
    refetchOnReconnect: false,
  });

/** Sends one change. Never sent twice: a lost answer shows in the list of changes. */
export function useCreateChange() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationKey: ["createChange"],
    mutationFn: (details: CreateChangeDetails) => apiPost(changeSchema, apiPaths.changes(), details),
    onSuccess: (change) => {
      queryClient.setQueryData(changeQuery(change.id).queryKey, change);
      // In the list at once: a change that ends before the next look is then still seen to end.
      queryClient.setQueryData(changesQuery().queryKey, (list) => list && { ...list, items: [change, ...list.items] });
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: changesQuery().queryKey }),
  });
}
