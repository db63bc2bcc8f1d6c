import * as v from "valibot";
import { pageEntries } from "@/lib/contract/page";
import { resourceKindSchema } from "@/lib/contract/protected-resource";
import { readOnlyArray } from "@/lib/contract/read-only-array";
import { attributeVerdictStateSchema } from "@/lib/contract/security-attribute";

const allowedValuesSchema = v.nullable(v.union([readOnlyArray(v.string()), v.literal("unread")]));

/** A resource that carries an attribute: enough to name it and to lead to it. */
export const carrierSchema = v.object({
  id: v.string(),
  displayName: v.string(),
  kind: resourceKindSchema,
  region: v.string(),
  clusterName: v.nullable(v.string()),
});
export type AttributeCarrier = v.InferOutput<typeof carrierSchema>;

/**
 * One row of `GET /api/security-attributes`: a key of a namespace, whether or not its definition still exists. With
 * `?by=value`, and always with `?state=stale`, one row for each (key, value, verdict) that resources carry.
 */
export const securityAttributeListItemSchema = v.object({
  namespace: v.string(),
  key: v.string(),
  namespaceId: v.nullable(v.string()),
  description: v.nullable(v.string()),
  /** The definition's state; `null` when there is none, or none that the person may read. */
  lifecycleState: v.nullable(v.picklist(["ACTIVE", "INACTIVE", "DELETING", "DELETED", "UNKNOWN_VALUE"])),
  isRetired: v.boolean(),
  state: attributeVerdictStateSchema,
  reason: v.string(),
  allowedValues: allowedValuesSchema,
  /** The values that resources carry, with how many carry each and what is to be said of it, most used first. */
  usedValues: readOnlyArray(
    v.object({ value: v.string(), resourceCount: v.number(), state: attributeVerdictStateSchema, reason: v.string() }),
  ),
  resourceCount: v.number(),
  kinds: readOnlyArray(resourceKindSchema),
  /** Of rows by value: the first few that carry it, by name; `resourceCount` says how many in all. */
  carriers: readOnlyArray(carrierSchema),
});
export type SecurityAttributeListItem = v.InferOutput<typeof securityAttributeListItemSchema>;

/** A namespace by itself, for the heads of groups and for those that hold nothing. */
const namespaceSummarySchema = v.object({
  id: v.string(),
  name: v.string(),
  description: v.string(),
  state: attributeVerdictStateSchema,
  keyCount: v.number(),
  /** `false`: its security attributes could not be listed to their end. */
  isKeyListComplete: v.boolean(),
});
export type NamespaceSummary = v.InferOutput<typeof namespaceSummarySchema>;

/** `state` sorts the most consequential first: deleted, then deleting, not allowed, retired; the most carried first in each. */
export const securityAttributeSortColumns = ["name", "state", "resourceCount", "lifecycleState"] as const;

/** What the text of the filter can name; what each matches stands beside the projection. */
export const securityAttributeFilterKeys = [
  "namespace",
  "key",
  "state",
  "value",
  "kind",
  "resources",
  "lifecycle",
] as const;

export const securityAttributesResponseSchema = v.object({
  ...pageEntries(securityAttributeListItemSchema),
  namespaceCount: v.number(),
  /** Every namespace that was read, by name. */
  namespaces: readOnlyArray(namespaceSummarySchema),
  isCatalogComplete: v.boolean(),
  catalogGaps: readOnlyArray(v.string()),
});
export type SecurityAttributesResponse = v.InferOutput<typeof securityAttributesResponseSchema>;

/** What the Add dialog offers: every namespace the person can see, with its keys, retired ones included. */
const selectableNamespaceSchema = v.object({
  id: v.string(),
  name: v.string(),
  description: v.string(),
  isSelectable: v.boolean(),
  /** Why it, or all of it, cannot be chosen; `null` when it can. */
  reason: v.nullable(v.string()),
  keys: readOnlyArray(
    v.object({
      name: v.string(),
      description: v.string(),
      allowedValues: allowedValuesSchema,
      isSelectable: v.boolean(),
      reason: v.nullable(v.string()),
    }),
  ),
});
export type SelectableNamespace = v.InferOutput<typeof selectableNamespaceSchema>;

/** `GET /api/security-attributes/selectable` */
export const selectableNamespacesResponseSchema = v.object({
  namespaces: readOnlyArray(selectableNamespaceSchema),
  isComplete: v.boolean(),
  /** Why there may be more than is shown here; empty when the lists were read to their end. */
  gaps: readOnlyArray(v.string()),
});
export type SelectableNamespacesResponse = v.InferOutput<typeof selectableNamespacesResponseSchema>;
