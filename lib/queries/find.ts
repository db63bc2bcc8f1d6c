import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { foundSchema, searchResponseSchema } from "@/lib/contract/found";
import { apiFetch } from "@/lib/queries/api-fetch";
import { apiPaths } from "@/lib/queries/api-paths";

const againMs = 2_000;

/** Where the thing of an OCID is. Asked again while the tenancy is being read for the first time. */
export const foundQuery = (ocid: string) =>
  queryOptions({
    queryKey: ["findByOcid", ocid],
    queryFn: ({ signal }) => apiFetch(foundSchema, apiPaths.found(ocid), signal),
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data?.state === "reading" ? againMs : false),
  });

/** The best hits of a search over the whole tenancy. The ones before stay while others are on their way. */
export const searchQuery = (q: string) =>
  queryOptions({
    queryKey: ["search", q],
    queryFn: ({ signal }) => apiFetch(searchResponseSchema, apiPaths.search({ q }), signal),
    placeholderData: keepPreviousData,
  });
