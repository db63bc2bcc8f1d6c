"use client";

import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { NodePoolFacts } from "@/components/node-pools/node-pool-facts";
import { NodePoolSkeleton } from "@/components/node-pools/node-pool-skeleton";
import { DetailFrame } from "@/components/shared/detail-frame";
import { late } from "@/components/shared/late";
import type { Crumb } from "@/components/shared/page-header";
import type { TabLink } from "@/components/shared/tab-links";
import { staleCount } from "@/components/shared/verdict-counts-summary";
import { Literal } from "@/components/ui/literal";
import type { NodePoolDetail } from "@/lib/contract/node-pools";
import { formatAtLeast } from "@/lib/format";
import { nodePoolQuery } from "@/lib/queries/node-pools";
import { routes, type NodePoolTab } from "@/lib/routes";

const NodeReplacements = late(() =>
  import("@/components/node-pools/node-replacements").then((module) => module.NodeReplacements),
);

const clustersCrumb: Crumb = { href: routes.clusters(), label: "Clusters" };

type NodePoolFrameProps = {
  readonly nodePoolId: string;
  readonly tab: NodePoolTab;
  /** The side of the node pool that the tab shows. */
  readonly children: (detail: NodePoolDetail) => ReactNode;
};

/** One node pool, and its attributes or its nodes. */
export function NodePoolFrame({ nodePoolId, tab, children }: NodePoolFrameProps) {
  return (
    <DetailFrame
      noun="Node pool"
      ocid={nodePoolId}
      query={useQuery(nodePoolQuery(nodePoolId))}
      loading={<NodePoolSkeleton />}
      objectOf={({ nodePool }) => nodePool}
      crumbsOf={crumbsOf}
      tabsOf={tabsOf}
      current={routes.nodePool(nodePoolId, tab)}
      facts={(detail) => (
        <>
          <NodePoolFacts detail={detail} />
          <NodeReplacements nodePoolId={nodePoolId} />
        </>
      )}
    >
      {children}
    </DetailFrame>
  );
}

/** By way of its cluster, as soon as that is known. */
const crumbsOf = (detail: NodePoolDetail | null): readonly Crumb[] =>
  detail === null || detail.cluster === null
    ? [clustersCrumb]
    : [
        clustersCrumb,
        { href: routes.cluster(detail.cluster.id), label: <Literal text={detail.cluster.name} /> },
        { href: routes.cluster(detail.cluster.id, "node-pools"), label: "Node pools" },
      ];

function tabsOf({ nodePool, nodes, completeness }: NodePoolDetail): readonly TabLink[] {
  const stale = staleCount(nodePool.verdicts);
  const notes = [
    ...(stale > 0 ? [`${formatAtLeast(stale, completeness.isComplete)} stale`] : []),
    ...(nodePool.secondary.differingVnics === null ? [] : ["VNICs differ"]),
  ];
  return [
    { href: routes.nodePool(nodePool.id), label: "Security", ...(notes.length > 0 && { note: notes.join(", ") }) },
    { href: routes.nodePool(nodePool.id, "nodes"), label: "Nodes", ...(nodes && { count: nodes.length }) },
  ];
}
