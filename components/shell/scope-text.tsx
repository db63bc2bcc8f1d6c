"use client";

import { useQuery } from "@tanstack/react-query";
import { formatRegionCount } from "@/components/shared/region-count";
import { Hint } from "@/components/ui/hint";
import { Literal } from "@/components/ui/literal";
import { Skeleton } from "@/components/ui/skeleton";
import { inventoryQuery } from "@/lib/queries/inventory";

/** What everything on screen is about: the tenancy and its regions. */
export function ScopeText() {
  const status = useQuery(inventoryQuery()).data;
  if (!status?.tenancy) return <Skeleton className="w-32" />;
  const regions = status.regions.filter(({ outcome }) => outcome !== "not-chosen").map((region) => region.regionName);
  return (
    <span className="flex min-w-0 items-center gap-2 whitespace-nowrap">
      <Literal text={status.tenancy.name} className="truncate font-medium whitespace-nowrap!" />
      {regions.length > 0 && (
        <span className="max-sm:hidden">
          <Hint text={regions.join(", ")}>
            {(id) => (
              <button type="button" aria-describedby={id} className="text-muted cursor-default! rounded-[2px]">
                {formatRegionCount(status.regions)}
              </button>
            )}
          </Hint>
        </span>
      )}
    </span>
  );
}
