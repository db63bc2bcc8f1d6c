import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type * as v from "valibot";
import { listCoverageResponseSchema, type listCoverageRequestSchema } from "@/lib/contract/coverage";
import { apiFetch } from "@/lib/queries/api-fetch";
import { apiPaths } from "@/lib/queries/api-paths";

/** The query of the list as it stands in the address: text, before it is parsed. */
export type CoverageListParams = v.InferInput<typeof listCoverageRequestSchema>;

/** One page of the ledger of what was read. */
export const coverageQuery = (params: CoverageListParams = {}) =>
  queryOptions({
    queryKey: ["listCoverage", params],
    queryFn: ({ signal }) => apiFetch(listCoverageResponseSchema, apiPaths.coverage(params), signal),
    placeholderData: keepPreviousData,
  });
