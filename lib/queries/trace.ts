import { queryOptions } from "@tanstack/react-query";
import type * as v from "valibot";
import { traceSchema, type traceRequestSchema } from "@/lib/contract/trace";
import { apiFetch } from "@/lib/queries/api-fetch";
import { apiPaths } from "@/lib/queries/api-paths";

/** The question as text, before it is parsed. */
export type TraceParams = v.InferInput<typeof traceRequestSchema>;

const whileReadingMs = 1_500;

/** What ZPR does with one flow. Asked again while the policies are still being read. */
export const traceQuery = (params: TraceParams) =>
  queryOptions({
    queryKey: ["getTrace", params],
    queryFn: ({ signal }) => apiFetch(traceSchema, apiPaths.trace(params), signal),
    refetchInterval: ({ state }) => (state.data?.policies.state === "not-asked" ? whileReadingMs : false),
  });
