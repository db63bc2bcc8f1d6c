import { queryOptions } from "@tanstack/react-query";
import { attributeDependentsSchema, type AttributeDependentsRequest } from "@/lib/contract/attribute-dependents";
import { apiFetch } from "@/lib/queries/api-fetch";
import { apiPaths } from "@/lib/queries/api-paths";

const whileReadingMs = 1_500;

/** What hangs on one value that resources carry. Asked again while policies are still being read. */
export const attributeDependentsQuery = (attribute: AttributeDependentsRequest) =>
  queryOptions({
    queryKey: ["listAttributeDependents", attribute],
    queryFn: ({ signal }) => apiFetch(attributeDependentsSchema, apiPaths.attributeDependents(attribute), signal),
    refetchInterval: ({ state }) => (state.data?.policies.state === "not-asked" ? whileReadingMs : false),
  });
