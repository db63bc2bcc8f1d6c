import type { RegionStatus } from "@/lib/contract/inventory";
import { formatCounted } from "@/lib/format";

/** How many regions what is shown is about: `2 regions`, or `1 of 2 regions` where the others were not chosen. */
export function formatRegionCount(regions: readonly RegionStatus[]): string {
  const chosen = regions.filter(({ outcome }) => outcome !== "not-chosen").length;
  const all = formatCounted(regions.length, "region");
  return chosen === regions.length ? all : `${chosen} of ${all}`;
}
