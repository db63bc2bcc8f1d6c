"use client";

import { useQuery } from "@tanstack/react-query";
import { BeforeReplacement } from "@/components/node-pools/before-replacement";
import { ReplaceNodesButton } from "@/components/node-pools/replace-nodes-button";
import { CarryNote } from "@/components/shared/carry-note";
import { NodeReadingLine } from "@/components/shared/node-reading-line";
import type { NodePoolDetail } from "@/lib/contract/node-pools";
import { nodePoolNodesQuery, useReadNodePoolNodes } from "@/lib/queries/nodes";

type NodesReadingProps = { readonly nodePool: NodePoolDetail["nodePool"] };

/** How many nodes of a pool carry all of its present sets, how old that is, and the button that reads it. */
export function NodesReading({ nodePool }: NodesReadingProps) {
  const nodes = useQuery(nodePoolNodesQuery(nodePool.id));
  const { mutate, isPending, error } = useReadNodePoolNodes(nodePool.id);
  const counts = nodes.data?.counts;
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-1">
      {counts && (
        <span className="flex flex-wrap items-center gap-x-2">
          <CarryNote carrying={counts} />
          <BeforeReplacement nodePoolId={nodePool.id} reading={nodes.data?.reading} />
        </span>
      )}
      <NodeReadingLine
        reading={nodes.data?.reading}
        onRead={() => mutate()}
        isStarting={isPending}
        error={error ?? nodes.error}
        of={nodePool.name}
      />
      <ReplaceNodesButton nodePool={nodePool} />
    </div>
  );
}
