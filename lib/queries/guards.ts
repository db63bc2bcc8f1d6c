import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { editHoldSchema } from "@/lib/contract/edit-hold";
import type { EffectDetails } from "@/lib/contract/effect";
import { checkedGuardsSchema, guardsAnswerSchema, type SaveGuardsDetails } from "@/lib/contract/guards";
import { apiFetch, apiPost } from "@/lib/queries/api-fetch";
import { apiPaths } from "@/lib/queries/api-paths";

const whileReadingMs = 1_500;
/** The file may be changed past the console at any time. */
const otherwiseMs = 15_000;

/** The guard file and what it says of the tenancy as it was read. */
export const guardsQuery = () =>
  queryOptions({
    queryKey: ["getGuards"],
    queryFn: ({ signal }) => apiFetch(guardsAnswerSchema, apiPaths.guards(), signal),
    staleTime: 0,
    refetchInterval: ({ state: { data } }) => (data?.policies.state === "not-asked" ? whileReadingMs : otherwiseMs),
  });

/** What guards say of an edit before it is sent. Asked again while policies are still being read. */
export const editHoldQuery = (details: EffectDetails) =>
  queryOptions({
    queryKey: ["holdEdit", details],
    queryFn: () => apiPost(editHoldSchema, apiPaths.editHold(), details),
    refetchInterval: ({ state: { data } }) => (data?.isReading ? whileReadingMs : false),
    staleTime: 0,
    gcTime: 0,
    refetchOnReconnect: false,
    refetchOnWindowFocus: false,
  });

/** Says what a text of the guard file would say. Writes nothing. */
export const useCheckGuards = () =>
  useMutation({
    mutationKey: ["checkGuards"],
    mutationFn: (text: string) => apiPost(checkedGuardsSchema, apiPaths.checkGuards(), { text }),
  });

/** Writes the guard file. Never sent twice: a second one would be refused over what the first one wrote. */
export function useSaveGuards() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationKey: ["saveGuards"],
    mutationFn: (details: SaveGuardsDetails) => apiPost(guardsAnswerSchema, apiPaths.guards(), details),
    onSuccess: (answer) => {
      queryClient.setQueryData(guardsQuery().queryKey, answer);
      void queryClient.invalidateQueries({ queryKey: ["getInventory"] });
    },
  });
}
