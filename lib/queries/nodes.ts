import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { clusterNodesSchema, nodePoolNodesSchema, type NodeReading } from "@/lib/contract/nodes";
import { apiFetch, apiPost } from "@/lib/queries/api-fetch";
import { apiPaths } from "@/lib/queries/api-paths";
import { clusterQuery } from "@/lib/queries/clusters";

const whileReadingMs = 1_000;
/** After so long a page that shows nodes has them read again. */
const maxAgeMs = 5 * 60_000;

const pollingMs = (reading: NodeReading | undefined): number | false =>
  reading?.state === "reading" ? whileReadingMs : false;

/** What the running nodes of a pool carry, as far as it was read. Asking costs OCI nothing. */
export const nodePoolNodesQuery = (nodePoolId: string) =>
  queryOptions({
    queryKey: ["getNodePoolNodes", nodePoolId],
    queryFn: ({ signal }) => apiFetch(nodePoolNodesSchema, apiPaths.nodePoolNodes(nodePoolId), signal),
    staleTime: 0,
    refetchInterval: ({ state }) => pollingMs(state.data?.reading),
  });

/** The same for every pool of a cluster, and its nodes in no pool. */
export const clusterNodesQuery = (clusterId: string) =>
  queryOptions({
    queryKey: ["getClusterNodes", clusterId],
    queryFn: ({ signal }) => apiFetch(clusterNodesSchema, apiPaths.clusterNodes(clusterId), signal),
    staleTime: 0,
    refetchInterval: ({ state }) => pollingMs(state.data?.reading),
  });

/** Has the nodes of a pool and their VNICs read anew. What is shown stays until that is done. */
export function useReadNodePoolNodes(nodePoolId: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationKey: ["readNodePoolNodes"],
    mutationFn: () => apiPost(nodePoolNodesSchema, apiPaths.nodePoolNodes(nodePoolId), {}),
    onSuccess: (nodes) => queryClient.setQueryData(nodePoolNodesQuery(nodePoolId).queryKey, nodes),
  });
}

/** Has the nodes of every pool of a cluster read anew, and those in no pool. */
export function useReadClusterNodes(clusterId: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationKey: ["readClusterNodes"],
    mutationFn: () => apiPost(clusterNodesSchema, apiPaths.clusterNodes(clusterId), {}),
    onSuccess: (nodes) => queryClient.setQueryData(clusterNodesQuery(clusterId).queryKey, nodes),
  });
}

/** What nodes carry makes findings, which the page of the cluster counts: it is asked again once they were read. */
export function useFindingsOfNodes(clusterId: string, reading: NodeReading | undefined): void {
  const queryClient = useQueryClient();
  const readAt = reading?.state === "read" ? reading.readAt : null;
  useEffect(() => {
    if (readAt !== null) void queryClient.invalidateQueries({ queryKey: clusterQuery(clusterId).queryKey });
  }, [queryClient, clusterId, readAt]);
}

const isDue = ({ state, readAt }: NodeReading): boolean =>
  state === "unread" || (state === "read" && Date.now() - Date.parse(readAt ?? "") > maxAgeMs);

/** Calls `read` when what a page shows was never read, or too long ago. */
export function useReadWhenDue(
  reading: NodeReading | undefined,
  { mutate, isIdle }: { readonly mutate: () => void; readonly isIdle: boolean },
): void {
  const shouldRead = reading !== undefined && isIdle && isDue(reading);
  useEffect(() => {
    if (shouldRead) mutate();
  }, [shouldRead, mutate]);
}
