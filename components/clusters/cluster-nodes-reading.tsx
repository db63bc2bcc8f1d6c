"use client";

import { useQuery } from "@tanstack/react-query";
import { CompletenessBanner } from "@/components/shared/completeness-banner";
import { NodeReadingLine } from "@/components/shared/node-reading-line";
import { clusterNodesQuery, useFindingsOfNodes, useReadClusterNodes } from "@/lib/queries/nodes";

type ClusterNodesReadingProps = { readonly clusterId: string; readonly clusterName: string };

/** How old what is known about the nodes of a cluster is, what it cost, and the button that reads them all. */
export function ClusterNodesReading({ clusterId, clusterName }: ClusterNodesReadingProps) {
  const nodes = useQuery(clusterNodesQuery(clusterId));
  const { mutate, isPending, error } = useReadClusterNodes(clusterId);
  const reading = nodes.data?.reading;
  useFindingsOfNodes(clusterId, reading);
  return (
    <>
      <NodeReadingLine
        reading={reading}
        onRead={() => mutate()}
        isStarting={isPending}
        error={error ?? nodes.error}
        of={clusterName}
      />
      {reading?.readAt != null && <CompletenessBanner completeness={reading.completeness} />}
    </>
  );
}
