import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type * as v from "valibot";
import {
  type FindingListItem,
  listFindingsResponseSchema,
  type listFindingsRequestSchema,
} from "@/lib/contract/findings";
import { apiFetch } from "@/lib/queries/api-fetch";
import { apiPaths } from "@/lib/queries/api-paths";
import type { PageReader } from "@/lib/queries/page-reader";

/** The query of the list as it stands in the address: text, before it is parsed. */
export type FindingListParams = v.InferInput<typeof listFindingsRequestSchema>;

/** How the list is read. */
export const findingPages: PageReader<FindingListItem> = {
  operation: "listFindings",
  read: (params, signal) => apiFetch(listFindingsResponseSchema, apiPaths.findings(params), signal),
};

/** One page of everything that is wrong. Never shown from an old answer: what was read since may add to it. */
export const findingsQuery = (params: FindingListParams = {}) =>
  queryOptions({
    queryKey: ["listFindings", params],
    queryFn: ({ signal }) => apiFetch(listFindingsResponseSchema, apiPaths.findings(params), signal),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
