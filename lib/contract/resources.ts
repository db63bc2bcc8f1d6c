import * as v from "valibot";
import { findingCountsSchema } from "@/lib/contract/finding-counts";
import { pageEntries } from "@/lib/contract/page";
import { protectedResourceEntries } from "@/lib/contract/protected-resource";
import { readOnlyArray } from "@/lib/contract/read-only-array";

const resourceListItemEntries = {
  ...protectedResourceEntries,
  compartmentName: v.string(),
  clusterName: v.nullable(v.string()),
};
const resourceListItemSchema = v.object(resourceListItemEntries);
/** A resource as lists know it. */
export type ResourceListItem = v.InferOutput<typeof resourceListItemSchema>;

const listedResourceSchema = v.object({ ...resourceListItemEntries, findings: findingCountsSchema });
/** One row of `GET /api/resources`, with what is wrong with it. */
export type ListedResource = v.InferOutput<typeof listedResourceSchema>;

export const resourceSortColumns = [
  "displayName",
  "kind",
  "region",
  "compartmentName",
  "clusterName",
  "lifecycleState",
  "attributeCount",
  "stale",
] as const;

/** What the text of the filter can name; what each matches stands beside the projection. */
export const resourceFilterKeys = [
  "name",
  "kind",
  "cluster",
  "match",
  "region",
  "compartment",
  "attr",
  "attributes",
  "state",
  "lifecycle",
  "owner",
  "protected",
] as const;

/** How a resource stands to a cluster: part of it, matched to it with some confidence, or under none. */
export const clusterMatchWords = ["part-of", "certain", "strong", "possible", "orphan", "unmatched", "shared"] as const;

export const listResourcesResponseSchema = v.object({
  ...pageEntries(listedResourceSchema),
  /** How many carry attributes and how many carry none, of those that match the filter but for `protected`. */
  protectedTotal: v.number(),
  unprotectedTotal: v.number(),
});
export type ListResourcesResponse = v.InferOutput<typeof listResourcesResponseSchema>;

/** `GET /api/resources/{id}`: one fresh read of one resource, and the etag to edit it with. */
export const resourceDetailSchema = v.object({
  resource: resourceListItemSchema,
  etag: v.string(),
  readAt: v.string(),
  cap: v.number(),
  warnAbove: v.nullable(v.number()),
  takesEffect: v.picklist(["now", "new-nodes-only"]),
  /** Nodes that run now and keep the old set; `null` where that does not apply or is not known. */
  runningNodeCount: v.nullable(v.number()),
  /** The manifest to edit instead, ready to paste, for resources that a Kubernetes manifest owns. */
  manifest: v.nullable(
    v.object({ title: v.string(), yaml: v.string(), command: v.nullable(v.string()), note: v.string() }),
  ),
  /** What a new StorageClass is written from; `null` where none made it. */
  storageClass: v.nullable(
    v.object({
      storageClass: v.nullable(
        v.object({
          name: v.string(),
          parameters: readOnlyArray(v.object({ key: v.string(), value: v.string() })),
          reclaimPolicy: v.nullable(v.string()),
          volumeBindingMode: v.nullable(v.string()),
          allowVolumeExpansion: v.nullable(v.boolean()),
          mountOptions: readOnlyArray(v.string()),
        }),
      ),
      availabilityDomain: v.nullable(v.string()),
      subnetId: v.nullable(v.string()),
    }),
  ),
  /** A change of this resource that runs now. */
  runningChangeId: v.nullable(v.string()),
});
export type ResourceDetail = v.InferOutput<typeof resourceDetailSchema>;
