"use client";

import dynamic from "next/dynamic";

/** `FilteredEmpty`, loaded when a filter leaves nothing. */
export const LateFilteredEmpty = dynamic(
  () => import("@/components/shared/filtered-empty").then((module) => module.FilteredEmpty),
  { loading: () => null },
);
