"use client";

import { late } from "@/components/shared/late";

/** `FilteredEmpty`, loaded when a filter leaves nothing. */
export const LateFilteredEmpty = late(() =>
  import("@/components/shared/filtered-empty").then((module) => module.FilteredEmpty),
);
