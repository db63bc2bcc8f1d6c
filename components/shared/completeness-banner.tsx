"use client";

import { late } from "@/components/shared/late";
import { Skeleton } from "@/components/ui/skeleton";
import type { Completeness } from "@/lib/contract/page";

const GapsBanner = late(
  () => import("@/components/shared/gaps-banner").then((module) => module.GapsBanner),
  <Skeleton className="h-20 w-full" />,
);

/**
 * What could not be read. Stands above everything it makes incomplete; draws nothing when all was read. Counts beside it
 * say "at least" (`AtLeast`).
 */
export const CompletenessBanner = ({ completeness }: { readonly completeness: Completeness }) =>
  completeness.isComplete ? null : <GapsBanner gaps={completeness.gaps} gapCount={completeness.gapCount} />;
