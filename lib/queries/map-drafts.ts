import { useMutation } from "@tanstack/react-query";
import type { EffectDetails } from "@/lib/contract/effect";
import { mapDraftSchema } from "@/lib/contract/map-draft";
import { apiPost } from "@/lib/queries/api-fetch";
import { apiPaths } from "@/lib/queries/api-paths";

/** Has the console keep an edit that has not been sent, so that the map can show it. */
export function useStoreMapDraft() {
  return useMutation({
    mutationKey: ["storeMapDraft"],
    mutationFn: (details: EffectDetails) => apiPost(mapDraftSchema, apiPaths.mapDrafts(), { details }),
  });
}
