import { queryOptions } from "@tanstack/react-query";
import { effectAnswerSchema, type EffectDetails } from "@/lib/contract/effect";
import { apiPost } from "@/lib/queries/api-fetch";
import { apiPaths } from "@/lib/queries/api-paths";

const whileReadingMs = 1_500;

/** What an edit would change about what ZPR allows, before it is sent. Asked again while policies are still being read. */
export const effectQuery = (details: EffectDetails) =>
  queryOptions({
    queryKey: ["effectOfChange", details],
    queryFn: () => apiPost(effectAnswerSchema, apiPaths.changeEffect(), details),
    refetchInterval: ({ state: { data } }) => (data?.state === "unknown" && data.isReading ? whileReadingMs : false),
    staleTime: 0,
    gcTime: 0,
    refetchOnReconnect: false,
    refetchOnWindowFocus: false,
  });
