import * as v from "valibot";
import { effectDetailsSchema } from "@/lib/contract/effect";

/** Body of `POST /api/map-drafts`: an edit that has not been sent, to be seen on the map. */
export const mapDraftDetailsSchema = v.object({ details: effectDetailsSchema });

export const mapDraftSchema = v.object({ id: v.string() });
/** A draft that is kept for a while, by the id under which the map takes it. */
export type MapDraft = v.InferOutput<typeof mapDraftSchema>;
