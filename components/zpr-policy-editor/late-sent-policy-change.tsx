"use client";

import { late } from "@/components/shared/late";
import { TableSkeleton } from "@/components/ui/skeleton";

/** `SentPolicyChange`, loaded once something was sent. */
export const LateSentPolicyChange = late(
  () => import("@/components/zpr-policy-editor/sent-policy-change").then((module) => module.SentPolicyChange),
  <TableSkeleton label="Reading the change" columns={2} rows={4} />,
);
