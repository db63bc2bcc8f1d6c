import * as v from "valibot";
import { manifestProblemsSchema } from "@/lib/contract/declared";
import { controllerEventSchema, manifestObjectSchema } from "@/lib/contract/manifest-object";
import { readOnlyArray } from "@/lib/contract/read-only-array";
import { resourceDetailSchema } from "@/lib/contract/resources";
import { securityAttributeSchema } from "@/lib/contract/security-attribute";
import { replacementStarts } from "@/lib/oke/replacement-start";

/** Where an edit of a resource is written. */
const editPlaceSchema = v.variant("type", [
  v.object({
    type: v.literal("resource"),
    /** Why it is not known whether a manifest owns the setting all the same; `null` where there is no such doubt. */
    unread: v.nullable(v.object({ code: v.string(), reason: v.string() })),
  }),
  v.object({
    type: v.literal("annotation"),
    object: manifestObjectSchema,
    controller: v.string(),
    /** What OCI stores; the set of the resource is here what the manifest declares. */
    stored: readOnlyArray(securityAttributeSchema),
    isInStep: v.boolean(),
    /** Why the manifest is edited although OCI says that the resource owns its setting. */
    reason: v.nullable(v.string()),
    /** Given: the annotation is no set and is replaced; the set of the resource is what the new one starts from. */
    replaces: v.nullable(
      v.object({ start: v.picklist(replacementStarts), text: v.string(), leftOutCount: v.number() }),
    ),
  }),
  /** A manifest owns the setting and cannot be edited from here as it stands: why. */
  v.object({
    type: v.literal("manifest"),
    code: v.string(),
    reason: v.string(),
    /** Nobody could look: it may declare anything. Else it was looked for, or what stands there was read. */
    isUnread: v.boolean(),
    /** What stands there, where it was read and is no set: it can be replaced as a whole. */
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
