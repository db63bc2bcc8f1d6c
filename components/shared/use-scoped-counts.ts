"use client";

import { useQuery } from "@tanstack/react-query";
import { useScope } from "@/components/shared/use-scope";
import type { ScopedCounts } from "@/lib/contract/inventory";
import { inventoryCountsQuery, inventoryQuery } from "@/lib/queries/inventory";

/** How much there is in the scope of the page; `undefined` while that is being counted. */
export function useScopedCounts(): ScopedCounts | undefined {
  const { isNarrowed, params } = useScope();
  const whole = useQuery(inventoryQuery()).data;
  const part = useQuery({ ...inventoryCountsQuery(params), enabled: isNarrowed }).data;
  return isNarrowed ? part : whole;
}
