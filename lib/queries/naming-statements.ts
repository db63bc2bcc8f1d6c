import { queryOptions } from "@tanstack/react-query";
import { namingStatementsResponseSchema, type NamingStatementsRequest } from "@/lib/contract/naming-statements";
import { apiFetch } from "@/lib/queries/api-fetch";
import { apiPaths } from "@/lib/queries/api-paths";

const whileReadingMs = 1_500;

/** The statements that name an attribute, or what a resource carries. Asked again while policies are still being read. */
export const namingStatementsQuery = (params: NamingStatementsRequest) =>
  queryOptions({
    queryKey: ["listNamingStatements", params],
    queryFn: ({ signal }) => apiFetch(namingStatementsResponseSchema, apiPaths.namingStatements(params), signal),
    refetchInterval: ({ state }) => (state.data?.policies.state === "not-asked" ? whileReadingMs : false),
  });
