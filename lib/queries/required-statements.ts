import { queryOptions } from "@tanstack/react-query";
import { requiredStatementsResponseSchema } from "@/lib/contract/required-statements";
import { apiFetch } from "@/lib/queries/api-fetch";
import { apiPaths } from "@/lib/queries/api-paths";

const whileReadingMs = 1_500;

/** The statements that one cluster needs. Asked again while the policies are still being read. */
export const requiredStatementsQuery = (clusterId: string) =>
  queryOptions({
    queryKey: ["getRequiredStatements", clusterId],
    queryFn: ({ signal }) => apiFetch(requiredStatementsResponseSchema, apiPaths.requiredStatements(clusterId), signal),
    refetchInterval: ({ state }) => (state.data?.policies.state === "not-asked" ? whileReadingMs : false),
  });
