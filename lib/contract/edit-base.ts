import * as v from "valibot";
import { manifestProblemsSchema } from "@/lib/contract/declared";
import { controllerEventSchema, manifestObjectSchema } from "@/lib/contract/manifest-object";
import { readOnlyArray } from "@/lib/contract/read-only-array";
import { resourceDetailSchema } from "@/lib/contract/resources";
import { securityAttributeSchema } from "@/lib/contract/security-attribute";

/** Where an edit of a resource is written. */
const editPlaceSchema = v.variant("type", [
  v.object({ type: v.literal("resource") }),
  v.object({
    type: v.literal("annotation"),
    object: manifestObjectSchema,
    controller: v.string(),
    /** What OCI stores; the set of the resource is here what the manifest declares. */
    stored: readOnlyArray(securityAttributeSchema),
    isInStep: v.boolean(),
  }),
  /** A manifest owns the setting and cannot be edited from here: why. */
  v.object({
    type: v.literal("manifest"),
    code: v.string(),
    reason: v.string(),
    /** What stands there, where it was read and is no set. */
    value: v.nullable(
      v.object({
        object: manifestObjectSchema,
        text: v.string(),
        problems: manifestProblemsSchema,
        events: readOnlyArray(controllerEventSchema),
      }),
    ),
  }),
]);

/**
 * `GET /api/resources/{id}/edit-base`: what an edit starts from, read just now where the setting lives. For `annotation`
 * the set, the offers and the etag are those of the manifest.
 */
export const editBaseSchema = v.object({ ...resourceDetailSchema.entries, place: editPlaceSchema });
export type EditBase = v.InferOutput<typeof editBaseSchema>;
