import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { clusterDeclaredSchema } from "@/lib/contract/declared";
import { apiFetch, apiPost } from "@/lib/queries/api-fetch";
import { apiPaths } from "@/lib/queries/api-paths";
import { declaredKey } from "@/lib/queries/declared-key";

const whileReadingMs = 1_000;

/** What a cluster's manifests declare beside what OCI stores. Looked at every second while they are read. */
export const declaredQuery = (clusterId: string) =>
  queryOptions({
    queryKey: declaredKey(clusterId),
    queryFn: ({ signal }) => apiFetch(clusterDeclaredSchema, apiPaths.declared(clusterId), signal),
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data?.isReading === true ? whileReadingMs : false),
  });

/** Reads the manifests anew; what is on screen stays until the new answer is there. */
export function useCheckDeclaredAgain(clusterId: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationKey: ["checkDeclaredAgain", clusterId],
    mutationFn: () => apiPost(clusterDeclaredSchema, apiPaths.declared(clusterId), {}),
    onSuccess: (declared) => queryClient.setQueryData(declaredQuery(clusterId).queryKey, declared),
  });
}
