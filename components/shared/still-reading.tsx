"use client";

import { useQuery } from "@tanstack/react-query";
import { Banner } from "@/components/ui/banner";
import { formatCount } from "@/lib/format";
import { inventoryQuery, isReading } from "@/lib/queries/inventory";

/** Whether the tenancy is being read for the first time, so that anything may still be missing. */
export function useFirstReading(): boolean {
  const status = useQuery(inventoryQuery()).data;
  return status === undefined || (isReading(status) && status.finishedAt === null);
}

/** During the first reading of the tenancy: that what stands below is only what was read so far. */
export function StillReading({ what }: { readonly what: string }) {
  const status = useQuery(inventoryQuery()).data;
  return (
    <Banner tone="neutral" title={`The tenancy is being read for the first time; more ${what} may still come`}>
      {status && `${formatCount(status.scopesDone)} of ${formatCount(status.scopesTotal)} lists so far.`}
    </Banner>
  );
}
