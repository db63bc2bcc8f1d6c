import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type * as v from "valibot";
import { pathTestSchema, type pathTestRequestSchema } from "@/lib/contract/path-test";
import { apiFetch } from "@/lib/queries/api-fetch";
import { apiPaths } from "@/lib/queries/api-paths";

/** The query of a path test as text, before it is parsed. */
export type PathTestParams = v.InferInput<typeof pathTestRequestSchema>;

/** The command that starts a test of the path from one resource to another. */
export const pathTestQuery = (resourceId: string, params: PathTestParams) =>
  queryOptions({
    queryKey: ["getPathTest", resourceId, params],
    queryFn: ({ signal }) => apiFetch(pathTestSchema, apiPaths.pathTest(resourceId, params), signal),
    placeholderData: keepPreviousData,
  });
