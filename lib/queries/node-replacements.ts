import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import {
  listNodeReplacementsResponseSchema,
  nodeReplacementPreviewSchema,
  nodeReplacementSchema,
  type CreateNodeReplacementDetails,
  type NodeReplacement,
} from "@/lib/contract/node-replacements";
import { apiFetch, apiPost } from "@/lib/queries/api-fetch";
import { apiPaths } from "@/lib/queries/api-paths";

const whileRunningMs = 1_500;
const otherwiseMs = 15_000;

/** Every replacement since the console was started, newest first; looked at often while one runs. */
export const nodeReplacementsQuery = () =>
  queryOptions({
    queryKey: ["listNodeReplacements"],
    queryFn: ({ signal }) => apiFetch(listNodeReplacementsResponseSchema, apiPaths.nodeReplacements(), signal),
    staleTime: 0,
    refetchInterval: ({ state }) =>
      state.data?.items.some(({ isFinished }) => !isFinished) ? whileRunningMs : otherwiseMs,
  });

/** What would be replaced and how, from a fresh read. */
export const nodeReplacementPreviewQuery = (nodePoolId: string) =>
  queryOptions({
    queryKey: ["previewNodeReplacement", nodePoolId],
    queryFn: () => apiPost(nodeReplacementPreviewSchema, apiPaths.nodeReplacementPreview(), { nodePoolId }),
    staleTime: 0,
    gcTime: 0,
    refetchOnReconnect: false,
  });

/** What a replacement makes old: the pool, its cluster, and what is known of their nodes. */
const touched: ReadonlySet<unknown> = new Set(["getNodePool", "getCluster", "getNodePoolNodes", "getClusterNodes"]);

function useTakeReplacement() {
  const queryClient = useQueryClient();
  return (replacement: NodeReplacement) =>
    queryClient.setQueryData(nodeReplacementsQuery().queryKey, (list) => ({
      items: [replacement, ...(list?.items ?? []).filter(({ id }) => id !== replacement.id)],
    }));
}

/** Starts a replacement. Never sent twice: a lost answer shows in the list. */
export function useCreateNodeReplacement() {
  const queryClient = useQueryClient();
  const take = useTakeReplacement();
  return useMutation({
    mutationKey: ["createNodeReplacement"],
    mutationFn: (details: CreateNodeReplacementDetails) =>
      apiPost(nodeReplacementSchema, apiPaths.nodeReplacements(), details),
    onSuccess: take,
    onSettled: () => queryClient.invalidateQueries({ queryKey: nodeReplacementsQuery().queryKey }),
  });
}

/** Has a replacement of one node at a time end before the next node. */
export function useStopNodeReplacement() {
  const take = useTakeReplacement();
  return useMutation({
    mutationKey: ["stopNodeReplacement"],
    mutationFn: (replacementId: string) =>
      apiPost(nodeReplacementSchema, apiPaths.stopNodeReplacement(replacementId), {}),
    onSuccess: take,
  });
}

/** Reads again what a replacement that has ended made old. */
export function useInvalidateAfterReplacement() {
  const queryClient = useQueryClient();
  return () => queryClient.invalidateQueries({ predicate: ({ queryKey }) => touched.has(queryKey[0]) });
}
