import * as v from "valibot";
import { verdictCountsSchema } from "@/lib/contract/counts";
import { findingCountsSchema } from "@/lib/contract/finding-counts";
import { completenessSchema } from "@/lib/contract/page";
import { readOnlyArray } from "@/lib/contract/read-only-array";

const inventoryCountsSchema = v.object({
  clusters: v.number(),
  nodePools: v.number(),
  resources: v.number(),
  protectedResources: v.number(),
  unprotectedResources: v.number(),
  /** Resources with at least one deleted, deleting, retired or not-allowed attribute. */
  staleResources: v.number(),
  attributes: verdictCountsSchema,
  findings: findingCountsSchema,
  /** Lines of the guard file, and each cluster's admin access; `null` where nothing is declared. */
  guards: v.nullable(
    v.object({ isReadable: v.boolean(), failing: v.number(), unknown: v.number(), total: v.number() }),
  ),
  clustersNotEligible: v.number(),
  unmatchedResources: v.number(),
});
export type InventoryCounts = v.InferOutput<typeof inventoryCountsSchema>;

/** `GET /api/inventory/counts`: how much there is in a part of the tenancy. */
export const scopedCountsSchema = v.object({ counts: inventoryCountsSchema, completeness: completenessSchema });
export type ScopedCounts = v.InferOutput<typeof scopedCountsSchema>;

const regionStatusSchema = v.object({
  regionName: v.string(),
  isHomeRegion: v.boolean(),
  /** `not-chosen` where the console was told to read other regions only. */
  outcome: v.picklist(["read", "partial", "failed", "reading", "not-chosen"]),
  scopesDone: v.number(),
  /** How many of those done were refused or failed. */
  scopesUnread: v.number(),
  scopesTotal: v.number(),
});
export type RegionStatus = v.InferOutput<typeof regionStatusSchema>;

/** `GET /api/inventory`: progress, age and coverage; never the objects themselves. */
export const inventoryStatusSchema = v.object({
  /** `starting` until there is something to see; `failed` when not even the tenancy could be read. */
  state: v.picklist(["starting", "collecting", "ready", "failed"]),
  /** A pass is under way behind data that is already there. */
  isRefreshing: v.boolean(),
  revision: v.number(),
  startedAt: v.nullable(v.string()),
  /** When the data on screen was read to its end. */
  finishedAt: v.nullable(v.string()),
  scopesDone: v.number(),
  /** How many of the data on screen were refused or failed. */
  scopesUnread: v.number(),
  scopesTotal: v.number(),
  tenancy: v.nullable(v.object({ id: v.string(), name: v.string(), homeRegion: v.string() })),
  /** True behind the emulator: the page then says so, permanently. */
  isEmulatedTenancy: v.boolean(),
  profile: v.string(),
  regions: readOnlyArray(regionStatusSchema),
  compartments: readOnlyArray(v.object({ id: v.string(), name: v.string(), path: v.string() })),
  counts: inventoryCountsSchema,
  completeness: completenessSchema,
  error: v.nullable(v.object({ code: v.string(), message: v.string(), opcRequestId: v.nullable(v.string()) })),
});
export type InventoryStatus = v.InferOutput<typeof inventoryStatusSchema>;
