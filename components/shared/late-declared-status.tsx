"use client";

import dynamic from "next/dynamic";

/** `DeclaredStatus`, loaded after the page: the manifests are read after it too. */
export const LateDeclaredStatus = dynamic(
  () => import("@/components/shared/declared-status").then((module) => module.DeclaredStatus),
  { ssr: false },
);
