import { queryOptions } from "@tanstack/react-query";
import { effectAnswerSchema, type EffectDetails } from "@/lib/contract/effect";
import { apiPost } from "@/lib/queries/api-fetch";
import { apiPaths } from "@/lib/queries/api-paths";

/** What an edit would change about what ZPR allows, before it is sent. */
export const effectQuery = (details: EffectDetails) =>
  queryOptions({
    queryKey: ["effectOfChange", details],
    queryFn: () => apiPost(effectAnswerSchema, apiPaths.changeEffect(), details),
    staleTime: 0,
    gcTime: 0,
    refetchOnReconnect: false,
    refetchOnWindowFocus: false,
  });
