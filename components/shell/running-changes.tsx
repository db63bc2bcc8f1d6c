"use client";

import { late } from "@/components/shared/late";

/**
 * The changes in the top bar. Most pages are opened while there is none, and none is needed for the first paint: they are
 * loaded behind it.
 */
export const RunningChanges = late(() =>
  import("@/components/shell/changes-panel").then((module) => module.ChangesPanel),
);
