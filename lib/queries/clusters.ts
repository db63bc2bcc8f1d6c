import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type * as v from "valibot";
import { clusterDetailSchema, type ListedCluster, listClustersResponseSchema } from "@/lib/contract/clusters";
import type { listClustersRequestSchema } from "@/lib/contract/list-clusters-request";
import { apiFetch } from "@/lib/queries/api-fetch";
import { apiPaths } from "@/lib/queries/api-paths";
import type { PageReader } from "@/lib/queries/page-reader";

/** The query of the list as it stands in the address: text, before it is parsed. */
export type ClusterListParams = v.InferInput<typeof listClustersRequestSchema>;

/** How the list is read. */
export const clusterPages: PageReader<ListedCluster> = {
  operation: "listClusters",
  read: (params, signal) => apiFetch(listClustersResponseSchema, apiPaths.clusters(params), signal),
};

/** One page of clusters. While another page or filter is on its way the present rows stay. */
export const clustersQuery = (params: ClusterListParams = {}) =>
  queryOptions({
    queryKey: ["listClusters", params],
    queryFn: ({ signal }) => apiFetch(listClustersResponseSchema, apiPaths.clusters(params), signal),
    placeholderData: keepPreviousData,
  });

/** One cluster with every surface of it. */
export const clusterQuery = (clusterId: string) =>
  queryOptions({
    queryKey: ["getCluster", clusterId],
    queryFn: ({ signal }) => apiFetch(clusterDetailSchema, apiPaths.cluster(clusterId), signal),
  });
