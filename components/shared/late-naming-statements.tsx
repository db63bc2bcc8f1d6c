"use client";

import { late } from "@/components/shared/late";
import { Skeleton } from "@/components/ui/skeleton";

/** `NamingStatements`, loaded after what stands above it. */
export const LateNamingStatements = late(
  () => import("@/components/shared/naming-statements").then((module) => module.NamingStatements),
  <Skeleton className="h-24 w-full" />,
);
