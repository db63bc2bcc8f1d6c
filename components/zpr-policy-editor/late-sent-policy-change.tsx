"use client";

import dynamic from "next/dynamic";
import { TableSkeleton } from "@/components/ui/skeleton";

/** `SentPolicyChange`, loaded once something was sent. */
export const LateSentPolicyChange = dynamic(
  () => import("@/components/zpr-policy-editor/sent-policy-change").then((module) => module.SentPolicyChange),
  { ssr: false, loading: () => <TableSkeleton label="Reading the change" columns={2} rows={4} /> },
);
