import { storeMapDraft } from "@/lib/changes/map-draft/map-draft-store";
import { type MapDraft, mapDraftDetailsSchema } from "@/lib/contract/map-draft";
import { handle } from "@/lib/server/handle";

/** Keeps an edit for the map, in memory. Nothing is sent to OCI. */
export const POST = handle({ body: mapDraftDetailsSchema }, ({ session: { principal }, body: { details } }) => {
  const { id } = storeMapDraft(principal, details);
  return Response.json({ id } satisfies MapDraft, { status: 201 });
});
