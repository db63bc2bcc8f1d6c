"use client";

import dynamic from "next/dynamic";

// What a page can be seen and read without comes after it: each kilobyte before the first paint is counted.

/** Follows changes, and listens to the keys. */
export const LateBackground = dynamic(
  () => import("@/components/shell/late-background").then((module) => module.LateBackground),
  { ssr: false },
);

/** How many changes run. */
export const LateRunningChanges = dynamic(
  () => import("@/components/shell/running-changes").then((module) => module.RunningChanges),
  { ssr: false },
);
