import { queryOptions } from "@tanstack/react-query";
import { statementCountsSchema } from "@/lib/contract/statement-counts";
import { apiFetch } from "@/lib/queries/api-fetch";
import { apiPaths } from "@/lib/queries/api-paths";

const whileReadingMs = 1_500;

/** How many statements name each stale value. */
export const statementCountsQuery = () =>
  queryOptions({
    queryKey: ["countStatements"],
    queryFn: ({ signal }) => apiFetch(statementCountsSchema, apiPaths.statementCounts(), signal),
    refetchInterval: ({ state }) => (state.data?.policies.state === "not-asked" ? whileReadingMs : false),
  });
