import { queryOptions } from "@tanstack/react-query";
import { nodePoolDetailSchema } from "@/lib/contract/node-pools";
import { apiFetch } from "@/lib/queries/api-fetch";
import { apiPaths } from "@/lib/queries/api-paths";

/** One node pool with its two surfaces and its nodes. */
export const nodePoolQuery = (nodePoolId: string) =>
  queryOptions({
    queryKey: ["getNodePool", nodePoolId],
    queryFn: ({ signal }) => apiFetch(nodePoolDetailSchema, apiPaths.nodePool(nodePoolId), signal),
  });
