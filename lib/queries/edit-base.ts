import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { editBaseSchema } from "@/lib/contract/edit-base";
import type { ReplacementStart } from "@/lib/oke/replacement-start";
import { apiFetch } from "@/lib/queries/api-fetch";
import { apiPaths } from "@/lib/queries/api-paths";

/**
 * What an edit starts from, read where the setting lives. Below the resource's key: what makes that old makes this old.
 * `start`: what the set starts from that replaces an annotation which is no set.
 */
export const editBaseQuery = (resourceId: string, start: ReplacementStart | null = null) =>
  queryOptions({
    queryKey: ["getResource", resourceId, "edit-base", start],
    queryFn: ({ signal }) =>
      apiFetch(editBaseSchema, apiPaths.editBase(resourceId, start === null ? {} : { start }), signal),
    staleTime: 0,
  });

/** Reads it once more, when an edit has to be made for what is there now. */
export function useReadEditBaseAgain(resourceId: string, start: ReplacementStart | null) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationKey: ["readEditBaseAgain", resourceId, start],
    mutationFn: () => queryClient.fetchQuery(editBaseQuery(resourceId, start)),
  });
}
