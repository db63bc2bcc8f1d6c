"use client";

import { ClusterFrame } from "@/components/clusters/cluster-frame";
import { NodePoolTable } from "@/components/clusters/node-pool-table";
import { late } from "@/components/shared/late";
import { EmptyState } from "@/components/ui/empty-state";
import type { ClusterDetail } from "@/lib/contract/clusters";

const ClusterNodesReading = late(() =>
  import("@/components/clusters/cluster-nodes-reading").then((module) => module.ClusterNodesReading),
);
const UnpooledNodes = late(() => import("@/components/clusters/unpooled-nodes").then((module) => module.UnpooledNodes));

/** The node pools of a cluster, managed and virtual, and its nodes that stand in none. */
export function ClusterNodePools({ clusterId }: { readonly clusterId: string }) {
  return (
    <ClusterFrame clusterId={clusterId} tab="node-pools">
      {(detail) => (
        <>
          <ClusterNodesReading clusterId={clusterId} clusterName={detail.cluster.name} />
          <NodePools detail={detail} />
          <UnpooledNodes clusterId={clusterId} clusterName={detail.cluster.name} />
        </>
      )}
    </ClusterFrame>
  );
}

function NodePools({ detail }: { readonly detail: ClusterDetail }) {
  const { cluster, nodePools, virtualNodePools, completeness } = detail;
  if (nodePools.length + virtualNodePools.length > 0) {
    return <NodePoolTable clusterName={cluster.name} nodePools={nodePools} virtualNodePools={virtualNodePools} />;
  }
  return completeness.isComplete ? (
    <EmptyState title="This cluster has no node pool">
      Node pools would be listed here with the attributes of their primary and secondary VNICs.
    </EmptyState>
  ) : (
    <EmptyState title="No node pool of this cluster is among what could be read">
      There may be node pools in what could not be read. The message above says what is missing.
    </EmptyState>
  );
}
