import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type * as v from "valibot";
import { type MapAnswer, mapSchema } from "@/lib/contract/map";
import type { mapRequestSchema } from "@/lib/contract/map-request";
import { apiFetch } from "@/lib/queries/api-fetch";
import { apiPaths } from "@/lib/queries/api-paths";

/** The query of the map as it stands in the address: text, before it is parsed. */
export type MapParams = v.InferInput<typeof mapRequestSchema>;

const whileReadingMs = 1_500;
const exportedAtOnce = "1000";

/** One map in one of its views. Asked again while the policies are still being read. */
export const mapQuery = (params: MapParams) =>
  queryOptions({
    queryKey: ["getMap", params],
    queryFn: ({ signal }) => apiFetch(mapSchema, apiPaths.map(params), signal),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data?.policies.state === "not-asked" ? whileReadingMs : false),
  });

/** Every row of the table with these filters, page by page, with what else its pages say. Throws `ApiError`. */
export async function fetchWholeMap(params: MapParams, signal?: AbortSignal): Promise<readonly MapAnswer[]> {
  const pages: MapAnswer[] = [];
  let page: string | undefined;
  do {
    const asked: MapParams = { ...params, view: "table", limit: exportedAtOnce, ...(page !== undefined && { page }) };
    const answer = await apiFetch(mapSchema, apiPaths.map(asked), signal);
    pages.push(answer);
    page = answer.content.view === "table" ? (answer.content.opcNextPage ?? undefined) : undefined;
  } while (page !== undefined);
  return pages;
}
