"use client";

import { useQuery } from "@tanstack/react-query";
import { CarryNote } from "@/components/shared/carry-note";
import { NodeReadingLine } from "@/components/shared/node-reading-line";
import { nodePoolNodesQuery, useReadNodePoolNodes } from "@/lib/queries/nodes";

type NodesReadingProps = { readonly nodePoolId: string; readonly poolName: string };

/** How many nodes of a pool carry all of its present sets, how old that is, and the button that reads it. */
export function NodesReading({ nodePoolId, poolName }: NodesReadingProps) {
  const nodes = useQuery(nodePoolNodesQuery(nodePoolId));
  const { mutate, isPending, error } = useReadNodePoolNodes(nodePoolId);
  const counts = nodes.data?.counts;
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-1">
      {counts && <CarryNote carrying={counts} />}
      <NodeReadingLine
        reading={nodes.data?.reading}
        onRead={() => mutate()}
        isStarting={isPending}
        error={error ?? nodes.error}
        of={poolName}
      />
    </div>
  );
}
