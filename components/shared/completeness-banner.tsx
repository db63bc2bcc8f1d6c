"use client";

import dynamic from "next/dynamic";
import type { Completeness } from "@/lib/contract/page";

const GapsBanner = dynamic(() => import("@/components/shared/gaps-banner").then((module) => module.GapsBanner), {
  loading: () => null,
});

/**
 * What could not be read. Stands above everything it makes incomplete; draws nothing when all was read. Counts beside it
 * say "at least" (`AtLeast`).
 */
export const CompletenessBanner = ({ completeness }: { readonly completeness: Completeness }) =>
  completeness.isComplete ? null : <GapsBanner gaps={completeness.gaps} gapCount={completeness.gapCount} />;
