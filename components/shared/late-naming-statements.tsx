"use client";

import dynamic from "next/dynamic";
import { Skeleton } from "@/components/ui/skeleton";

/** `NamingStatements`, loaded after what stands above it. */
export const LateNamingStatements = dynamic(
  () => import("@/components/shared/naming-statements").then((module) => module.NamingStatements),
  { loading: () => <Skeleton className="h-24 w-full" /> },
);
