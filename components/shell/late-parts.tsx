"use client";

import { late } from "@/components/shared/late";

// What a page can be seen and read without comes after it: each kilobyte before the first paint is counted.

/** Follows changes, and listens to the keys. */
export const LateBackground = late(() =>
  import("@/components/shell/late-background").then((module) => module.LateBackground),
);

/** How many changes run. */
export const LateRunningChanges = late(() =>
  import("@/components/shell/running-changes").then((module) => module.RunningChanges),
);
