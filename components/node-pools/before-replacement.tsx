"use client";

import { useQuery } from "@tanstack/react-query";
import type { NodeReading } from "@/lib/contract/nodes";
import { nodeReplacementsQuery } from "@/lib/queries/node-replacements";

type BeforeReplacementProps = { readonly nodePoolId: string; readonly reading: NodeReading | undefined };

/** Said beside counts that are older than a replacement that runs: the nodes that were counted are going. */
export function BeforeReplacement({ nodePoolId, reading }: BeforeReplacementProps) {
  const items = useQuery(nodeReplacementsQuery()).data?.items ?? [];
  const readMs = Date.parse(reading?.readAt ?? "");
  const isOlder = items.some(
    (each) => each.nodePoolId === nodePoolId && !each.isFinished && readMs < Date.parse(each.startedAt),
  );
  return isOlder && <span className="text-muted">before the replacement that runs</span>;
}
