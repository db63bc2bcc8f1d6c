import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type * as v from "valibot";
import { mapSchema } from "@/lib/contract/map";
import type { mapRequestSchema } from "@/lib/contract/map-request";
import { apiFetch } from "@/lib/queries/api-fetch";
import { apiPaths } from "@/lib/queries/api-paths";

/** The query of the map as it stands in the address: text, before it is parsed. */
export type MapParams = v.InferInput<typeof mapRequestSchema>;

const whileReadingMs = 1_500;

/** One map in one of its views. Asked again while the policies are still being read. */
export const mapQuery = (params: MapParams) =>
  queryOptions({
    queryKey: ["getMap", params],
    queryFn: ({ signal }) => apiFetch(mapSchema, apiPaths.map(params), signal),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data?.policies.state === "not-asked" ? whileReadingMs : false),
  });
