import { keepPreviousData, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import type * as v from "valibot";
import type { listZprPoliciesRequestSchema } from "@/lib/contract/list-zpr-policies-request";
import { readingStateSchema } from "@/lib/contract/reading-state";
import { listZprPoliciesResponseSchema, type ZprPolicyListItem } from "@/lib/contract/zpr-policies";
import { zprPolicyDetailSchema } from "@/lib/contract/zpr-policy";
import { apiFetch, apiPost } from "@/lib/queries/api-fetch";
import { apiPaths } from "@/lib/queries/api-paths";
import type { PageReader } from "@/lib/queries/page-reader";

/** The query of the list as it stands in the address: text, before it is parsed. */
export type ZprPolicyListParams = v.InferInput<typeof listZprPoliciesRequestSchema>;

const whileChangingMs = 4_000;
const whileReadingMs = 1_500;

/** How the list is read. */
export const zprPolicyPages: PageReader<ZprPolicyListItem> = {
  operation: "listZprPolicies",
  read: (params, signal) => apiFetch(listZprPoliciesResponseSchema, apiPaths.zprPolicies(params), signal),
};

/** One page of ZPR policies. Asked again while they are still being read. */
export const zprPoliciesQuery = (params: ZprPolicyListParams = {}) =>
  queryOptions({
    queryKey: ["listZprPolicies", params],
    queryFn: ({ signal }) => apiFetch(listZprPoliciesResponseSchema, apiPaths.zprPolicies(params), signal),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data?.policies.state === "not-asked" ? whileReadingMs : false),
  });

/** One policy with its statements. Asked again while it is changing. */
export const zprPolicyQuery = (policyId: string) =>
  queryOptions({
    queryKey: ["getZprPolicy", policyId],
    queryFn: ({ signal }) => apiFetch(zprPolicyDetailSchema, apiPaths.zprPolicy(policyId), signal),
    refetchInterval: ({ state }) => (state.data?.isChanging === true ? whileChangingMs : false),
  });

/** Reads the policies anew, and then whatever shows them. */
export function useReadZprPoliciesAgain() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationKey: ["readZprPoliciesAgain"],
    mutationFn: () => apiPost(readingStateSchema, apiPaths.readZprPoliciesAgain(), {}),
    onSettled: () =>
      queryClient.invalidateQueries({
        predicate: ({ queryKey: [name] }) =>
          name === "listZprPolicies" || name === "getZprPolicy" || name === "getTrace",
      }),
  });
}
