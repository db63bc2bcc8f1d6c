import { queryOptions, type QueryClient } from "@tanstack/react-query";
import { changeSchema, listChangesResponseSchema, type Change } from "@/lib/contract/changes";
import { apiFetch } from "@/lib/queries/api-fetch";
import { apiPaths } from "@/lib/queries/api-paths";
import { inventoryLists } from "@/lib/queries/inventory-lists";

const shortestMs = 1_000;
const longestMs = 10_000;
const idleMs = 15_000;

/**
 * Milliseconds until the next look at changes: a second for new ones, up to ten for those that run for minutes, longer
 * where the server itself looks only once a minute. `null` when none runs.
 */
function pollMs(changes: readonly Change[], nowMs: number): number | null {
  const running = changes.filter((change) => !change.isFinished);
  if (running.length === 0) return null;
  const times = running.map(({ startedAt, isLongWatch }) =>
    isLongWatch === true ? idleMs : Math.min((nowMs - Date.parse(startedAt)) / 10, longestMs),
  );
  return Math.max(Math.min(...times), shortestMs);
}

/** Every change since the console was started, newest first; looked at often while one runs, and not in a hidden tab. */
export const changesQuery = () =>
  queryOptions({
    queryKey: ["listChanges"],
    queryFn: ({ signal }) => apiFetch(listChangesResponseSchema, apiPaths.changes(), signal),
    staleTime: 0,
    refetchInterval: ({ state: { data } }) =>
      data !== undefined && data.plans.length > 0 ? shortestMs : (pollMs(data?.items ?? [], Date.now()) ?? idleMs),
  });

/** One change; looked at often until it has ended. */
export const changeQuery = (changeId: string) =>
  queryOptions({
    queryKey: ["getChange", changeId],
    queryFn: ({ signal }) => apiFetch(changeSchema, apiPaths.change(changeId), signal),
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data ? (pollMs([state.data], Date.now()) ?? false) : shortestMs),
  });

/** What a change makes old: the resource itself, every list and every count. */
export const invalidateAfterChange = (queryClient: QueryClient, change: Change): Promise<unknown> =>
  Promise.all([
    queryClient.invalidateQueries({ queryKey: ["getResource", change.resourceId] }),
    queryClient.invalidateQueries({ queryKey: ["getInventory"] }),
    ...(change.annotation === undefined || change.clusterId === null
      ? []
      : [queryClient.invalidateQueries({ queryKey: ["getDeclared", change.clusterId] })]),
    queryClient.invalidateQueries({ predicate: inventoryLists }),
  ]);
