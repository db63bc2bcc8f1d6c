"use client";

import { late } from "@/components/shared/late";

/** `DeclaredStatus`, loaded after the page: the manifests are read after it too. */
export const LateDeclaredStatus = late(() =>
  import("@/components/shared/declared-status").then((module) => module.DeclaredStatus),
);
