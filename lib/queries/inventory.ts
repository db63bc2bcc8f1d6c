import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { inventoryStatusSchema, scopedCountsSchema, type InventoryStatus } from "@/lib/contract/inventory";
import { apiFetch, apiPost } from "@/lib/queries/api-fetch";
import { apiPaths } from "@/lib/queries/api-paths";

const whileReadingMs = 1_000;
/** The server tries again by itself, and somebody may be waiting for it. */
const whileFailingMs = 5_000;
const otherwiseMs = 15_000;

/** A pass over the tenancy is under way. */
export const isReading = (status: InventoryStatus): boolean =>
  status.state === "starting" || status.state === "collecting" || status.isRefreshing;

/** Nothing has been read to its end yet: what is there is a part, and what is not there may still come. */
export const isFirstReading = (status: InventoryStatus | undefined): boolean =>
  status === undefined || (isReading(status) && status.finishedAt === null);

function pollingMs(status: InventoryStatus | undefined): number {
  if (status === undefined || isReading(status)) return whileReadingMs;
  return status.error === null ? otherwiseMs : whileFailingMs;
}

/** Progress, age, coverage and counts of what was read. Looked at every second while a pass runs. */
export const inventoryQuery = () =>
  queryOptions({
    queryKey: ["getInventory"],
    queryFn: ({ signal }) => apiFetch(inventoryStatusSchema, apiPaths.inventory(), signal),
    staleTime: 0,
    refetchInterval: ({ state }) => pollingMs(state.data),
  });

/** How much there is in a part of the tenancy. Never from an old answer: what is read besides adds findings. */
export const inventoryCountsQuery = (scope: { readonly region?: string; readonly compartmentId?: string }) =>
  queryOptions({
    queryKey: ["getInventoryCounts", scope],
    queryFn: ({ signal }) => apiFetch(scopedCountsSchema, apiPaths.inventoryCounts(scope), signal),
    staleTime: 0,
    refetchInterval: otherwiseMs,
  });

/** Starts a new pass over the tenancy; what is on screen stays until the new data is there. */
export function useRefreshInventory() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationKey: ["refreshInventory"],
    mutationFn: () => apiPost(inventoryStatusSchema, apiPaths.inventory(), {}),
    onSuccess: (status) => queryClient.setQueryData(inventoryQuery().queryKey, status),
  });
}
