import type { Completeness } from "@/lib/contract/page";
import type { VerdictCounts } from "@/lib/contract/counts";

export type InventoryCounts = {
  readonly clusters: number;
  readonly nodePools: number;
  readonly resources: number;
  readonly protectedResources: number;
  readonly unprotectedResources: number;
  /** Resources with at least one deleted, deleting, retired or not-allowed attribute. */
  readonly staleResources: number;
  readonly attributes: VerdictCounts;
  readonly clustersNotEligible: number;
  readonly unmatchedResources: number;
};

export type RegionStatus = {
  readonly regionName: string;
  readonly isHomeRegion: boolean;
  readonly outcome: "read" | "partial" | "failed" | "reading";
  readonly scopesDone: number;
  readonly scopesTotal: number;
};

/** `GET /api/inventory`: progress, age and coverage; never the objects themselves. */
export type InventoryStatus = {
  /** `starting` until there is something to see; `failed` when not even the tenancy could be read. */
  readonly state: "starting" | "collecting" | "ready" | "failed";
  /** A pass is under way behind data that is already there. */
  readonly isRefreshing: boolean;
  readonly revision: number;
  readonly startedAt: string | null;
  /** When the data on screen was read to its end. */
  readonly finishedAt: string | null;
  readonly scopesDone: number;
  readonly scopesTotal: number;
  readonly tenancy: { readonly id: string; readonly name: string; readonly homeRegion: string } | null;
  /** True behind the emulator: the page then says so, permanently. */
  readonly isEmulatedTenancy: boolean;
  readonly profile: string;
  readonly regions: readonly RegionStatus[];
  readonly compartments: readonly { readonly id: string; readonly name: string; readonly path: string }[];
  readonly counts: InventoryCounts;
  readonly completeness: Completeness;
  readonly error: { readonly code: string; readonly message: string; readonly opcRequestId: string | null } | null;
};
