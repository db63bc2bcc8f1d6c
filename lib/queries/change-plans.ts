import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import {
  changePlanSchema,
  listChangePlansResponseSchema,
  planPreviewSchema,
  type ChangePlan,
  type CreatePlanDetails,
  type PlanPreviewDetails,
} from "@/lib/contract/change-plan";
import { apiFetch, apiPost } from "@/lib/queries/api-fetch";
import { apiPaths } from "@/lib/queries/api-paths";
import { changesQuery } from "@/lib/queries/changes";

const whileRunningMs = 1_000;
const idleMs = 15_000;

/** Every plan since the console was started, newest first. */
export const changePlansQuery = () =>
  queryOptions({
    queryKey: ["listChangePlans"],
    queryFn: ({ signal }) => apiFetch(listChangePlansResponseSchema, apiPaths.changePlans(), signal),
    staleTime: 0,
    refetchInterval: ({ state }) =>
      state.data?.items.some(({ finishedAt }) => finishedAt === null) ? whileRunningMs : idleMs,
  });

/** One plan; looked at every second until it has ended. */
export const changePlanQuery = (planId: string) =>
  queryOptions({
    queryKey: ["getChangePlan", planId],
    queryFn: ({ signal }) => apiFetch(changePlanSchema, apiPaths.changePlan(planId), signal),
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data?.finishedAt ? false : whileRunningMs),
  });

/** What a plan would do with each resource, every one read just now. */
export const planPreviewQuery = (details: PlanPreviewDetails) =>
  queryOptions({
    queryKey: ["previewChangePlan", details],
    queryFn: () => apiPost(planPreviewSchema, apiPaths.changePlanPreview(), details),
    staleTime: 0,
    gcTime: 0,
    refetchOnReconnect: false,
    refetchOnWindowFocus: false,
  });

function useTakePlan() {
  const queryClient = useQueryClient();
  return (plan: ChangePlan) => {
    queryClient.setQueryData(changePlanQuery(plan.id).queryKey, plan);
    void queryClient.invalidateQueries({ queryKey: changePlansQuery().queryKey });
    void queryClient.invalidateQueries({ queryKey: changesQuery().queryKey });
  };
}

/** Begins a plan. Never sent twice: a lost answer shows in the list of plans. */
export function useCreateChangePlan() {
  const take = useTakePlan();
  return useMutation({
    mutationKey: ["createChangePlan"],
    mutationFn: (details: CreatePlanDetails) => apiPost(changePlanSchema, apiPaths.changePlans(), details),
    onSuccess: take,
  });
}

/** Has a plan end before its next step. */
export function useCancelChangePlan(planId: string) {
  const take = useTakePlan();
  return useMutation({
    mutationKey: ["cancelChangePlan", planId],
    mutationFn: () => apiPost(changePlanSchema, apiPaths.cancelChangePlan(planId), {}),
    onSuccess: take,
  });
}
