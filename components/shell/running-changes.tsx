"use client";

import dynamic from "next/dynamic";

/**
 * The changes in the top bar. Most pages are opened while there is none, and none is needed for the first paint: they are
 * loaded behind it.
 */
export const RunningChanges = dynamic(
  () => import("@/components/shell/changes-panel").then((module) => module.ChangesPanel),
  { ssr: false },
);
