import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type * as v from "valibot";
import {
  type CoverageListItem,
  listCoverageResponseSchema,
  type listCoverageRequestSchema,
} from "@/lib/contract/coverage";
import { apiFetch } from "@/lib/queries/api-fetch";
import { apiPaths } from "@/lib/queries/api-paths";
import type { PageReader } from "@/lib/queries/page-reader";

/** The query of the list as it stands in the address: text, before it is parsed. */
export type CoverageListParams = v.InferInput<typeof listCoverageRequestSchema>;

/** How the list is read. */
export const coveragePages: PageReader<CoverageListItem> = {
  operation: "listCoverage",
  read: (params, signal) => apiFetch(listCoverageResponseSchema, apiPaths.coverage(params), signal),
};

/** One page of the ledger of what was read. */
export const coverageQuery = (params: CoverageListParams = {}) =>
  queryOptions({
    queryKey: ["listCoverage", params],
    queryFn: ({ signal }) => apiFetch(listCoverageResponseSchema, apiPaths.coverage(params), signal),
    placeholderData: keepPreviousData,
  });
