import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { editBaseSchema } from "@/lib/contract/edit-base";
import { apiFetch } from "@/lib/queries/api-fetch";
import { apiPaths } from "@/lib/queries/api-paths";

/** What an edit starts from, read where the setting lives. Below the resource's key: what makes that old makes this old. */
export const editBaseQuery = (resourceId: string) =>
  queryOptions({
    queryKey: ["getResource", resourceId, "edit-base"],
    queryFn: ({ signal }) => apiFetch(editBaseSchema, apiPaths.editBase(resourceId), signal),
    staleTime: 0,
  });

/** Reads it once more, when an edit has to be made for what is there now. */
export function useReadEditBaseAgain(resourceId: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationKey: ["readEditBaseAgain", resourceId],
    mutationFn: () => queryClient.fetchQuery(editBaseQuery(resourceId)),
  });
}
