import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type * as v from "valibot";
import type { listResourcesRequestSchema } from "@/lib/contract/list-resources-request";
import { type ListedResource, listResourcesResponseSchema, resourceDetailSchema } from "@/lib/contract/resources";
import { apiFetch } from "@/lib/queries/api-fetch";
import { apiPaths } from "@/lib/queries/api-paths";
import type { PageReader } from "@/lib/queries/page-reader";

/** The query of the list as it stands in the address: text, before it is parsed. */
export type ResourceListParams = v.InferInput<typeof listResourcesRequestSchema>;

/** How the list is read. */
export const resourcePages: PageReader<ListedResource> = {
  operation: "listResources",
  read: (params, signal) => apiFetch(listResourcesResponseSchema, apiPaths.resources(params), signal),
};

/** One page of everything that can carry security attributes. */
export const resourcesQuery = (params: ResourceListParams = {}) =>
  queryOptions({
    queryKey: ["listResources", params],
    queryFn: ({ signal }) => apiFetch(listResourcesResponseSchema, apiPaths.resources(params), signal),
    placeholderData: keepPreviousData,
  });

/** One fresh read of one resource with the etag to edit it: never shown from an old answer when a form opens. */
export const resourceQuery = (resourceId: string) =>
  queryOptions({
    queryKey: ["getResource", resourceId],
    queryFn: ({ signal }) => apiFetch(resourceDetailSchema, apiPaths.resource(resourceId), signal),
    staleTime: 0,
  });
