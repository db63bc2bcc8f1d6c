"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { late } from "@/components/shared/late";
import { runningChangeReason, useRunningChange } from "@/components/shared/running-change";
import { Button } from "@/components/ui/button";
import type { NodePoolDetail } from "@/lib/contract/node-pools";
import { nodeReplacementsQuery } from "@/lib/queries/node-replacements";

const ReplaceNodesDialog = late(() =>
  import("@/components/node-pools/replace-nodes-dialog").then((module) => module.ReplaceNodesDialog),
);

type ReplaceNodesButtonProps = { readonly nodePool: NodePoolDetail["nodePool"] };

/** Opens the dialog that replaces the nodes of a pool, or says why it cannot be opened. */
export function ReplaceNodesButton({ nodePool }: ReplaceNodesButtonProps) {
  const [isOpen, setOpen] = useState(false);
  const obstacle = useObstacle(nodePool);
  return (
    <>
      <Button
        size="small"
        disabledReason={isOpen ? undefined : obstacle}
        aria-label={`Replace the nodes of ${nodePool.name}`}
        onClick={() => setOpen(true)}
      >
        Replace nodes
      </Button>
      {isOpen && <ReplaceNodesDialog nodePoolId={nodePool.id} name={nodePool.name} onClose={() => setOpen(false)} />}
    </>
  );
}

function useObstacle({ id, nodeCount }: NodePoolDetail["nodePool"]): string | undefined {
  const change = useRunningChange(id);
  const replacements = useQuery(nodeReplacementsQuery()).data?.items ?? [];
  if (change !== undefined) return runningChangeReason(change);
  if (replacements.some(({ nodePoolId, isFinished }) => nodePoolId === id && !isFinished)) {
    return "The nodes of this pool are being replaced.";
  }
  return nodeCount === 0 ? "The pool has no nodes." : undefined;
}
