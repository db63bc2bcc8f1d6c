"use client";

import { CarryingNodes } from "@/components/node-pools/carrying-nodes";
import { NodePoolFrame } from "@/components/node-pools/node-pool-frame";
import { EmptyState } from "@/components/ui/empty-state";
import { TableSkeleton } from "@/components/ui/skeleton";
import type { NodePoolDetail } from "@/lib/contract/node-pools";

/** The nodes of a pool, or in words why there are none to show. */
export function NodePoolNodes({ nodePoolId }: { readonly nodePoolId: string }) {
  return (
    <NodePoolFrame nodePoolId={nodePoolId} tab="nodes">
      {(detail) => <Nodes detail={detail} />}
    </NodePoolFrame>
  );
}

function Nodes({ detail }: { readonly detail: NodePoolDetail }) {
  const { nodePool, nodes, completeness } = detail;
  // During the first reading of the tenancy nothing has failed yet.
  if (nodes === null && completeness.gapCount === 0) {
    return <TableSkeleton label="Reading the nodes" columns={6} rows={4} />;
  }
  if (nodes === null) {
    return (
      <EmptyState title="The nodes of this pool could not be read">
        There may be nodes. The message above says what was refused or failed, and why.
      </EmptyState>
    );
  }
  if (nodes.length === 0) {
    return (
      <EmptyState title="This pool has no nodes">
        Nodes would be listed here. The first ones that are created carry the attributes that are set now.
      </EmptyState>
    );
  }
  return <CarryingNodes nodePool={nodePool} nodes={nodes} />;
}
