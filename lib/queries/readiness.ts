import { keepPreviousData, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import type * as v from "valibot";
import { clusterReadinessSchema, type clusterReadinessRequestSchema } from "@/lib/contract/readiness";
import { apiFetch, apiPost } from "@/lib/queries/api-fetch";
import { apiPaths } from "@/lib/queries/api-paths";

export type ClusterReadinessParams = v.InferInput<typeof clusterReadinessRequestSchema>;

const whileReadingMs = 1_500;

/** How one cluster stands to every prerequisite. Asked again for as long as something is still being read. */
export const clusterReadinessQuery = (clusterId: string, params: ClusterReadinessParams) =>
  queryOptions({
    queryKey: ["getClusterReadiness", clusterId, params],
    queryFn: ({ signal }) => apiFetch(clusterReadinessSchema, apiPaths.clusterReadiness(clusterId, params), signal),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data?.isReading === true ? whileReadingMs : false),
  });

/** Reads add-ons and policies anew; what was read before stays on screen until that is done. */
export function useReadReadinessAgain(clusterId: string, params: ClusterReadinessParams) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationKey: ["readReadinessAgain", clusterId],
    mutationFn: () => apiPost(clusterReadinessSchema, apiPaths.clusterReadiness(clusterId, params), {}),
    onSuccess: (readiness) => queryClient.setQueryData(clusterReadinessQuery(clusterId, params).queryKey, readiness),
  });
}
