"use client";

import { useQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import type { ReactNode } from "react";
import { NodePoolFacts } from "@/components/node-pools/node-pool-facts";
import { NodePoolSkeleton } from "@/components/node-pools/node-pool-skeleton";
import { CompletenessBanner } from "@/components/shared/completeness-banner";
import { Ocid } from "@/components/shared/ocid";
import { PageHeader, type Crumb } from "@/components/shared/page-header";
import { QueryBoundary } from "@/components/shared/query-boundary";
import { StateWord } from "@/components/shared/state-word";
import { StillReading, useFirstReading } from "@/components/shared/still-reading";
import { TabLinks, type TabLink } from "@/components/shared/tab-links";
import { staleCount } from "@/components/shared/verdict-counts-summary";
import { Literal } from "@/components/ui/literal";
import type { NodePoolDetail } from "@/lib/contract/node-pools";
import { formatAtLeast } from "@/lib/format";
import { nodePoolQuery } from "@/lib/queries/node-pools";
import { routes, type NodePoolTab } from "@/lib/routes";

const NodeReplacements = dynamic(
  () => import("@/components/node-pools/node-replacements").then((module) => module.NodeReplacements),
  { ssr: false },
);

const clustersCrumb: Crumb = { href: routes.clusters(), label: "Clusters" };

type NodePoolFrameProps = {
  readonly nodePoolId: string;
  readonly tab: NodePoolTab;
  /** The side of the node pool that the tab shows. */
  readonly children: (detail: NodePoolDetail) => ReactNode;
};

/** One node pool: what it is, then its attributes or its nodes. Each side is a page with code of its own. */
export function NodePoolFrame({ nodePoolId, tab, children }: NodePoolFrameProps) {
  const nodePool = useQuery(nodePoolQuery(nodePoolId));
  const isFirstReading = useFirstReading();
  return (
    <>
      {nodePool.data ? <NodePoolHeader detail={nodePool.data} /> : <UnreadHeader nodePoolId={nodePoolId} />}
      <QueryBoundary
        query={nodePool}
        isFirstReading={isFirstReading}
        what="The node pool"
        loading={<NodePoolSkeleton />}
      >
        {(detail) => (
          <>
            <NodePoolFacts detail={detail} />
            <NodeReplacements nodePoolId={nodePoolId} />
            <TabLinks label="Node pool" tabs={tabsOf(detail)} current={routes.nodePool(nodePoolId, tab)} />
            <div className="mt-4 flex flex-col gap-3">
              {isFirstReading ? (
                <StillReading what="of this node pool" />
              ) : (
                <CompletenessBanner completeness={detail.completeness} />
              )}
              {children(detail)}
            </div>
          </>
        )}
      </QueryBoundary>
    </>
  );
}

/** Until the node pool is read, what was asked for. */
function UnreadHeader({ nodePoolId }: { readonly nodePoolId: string }) {
  return (
    <PageHeader crumbs={[clustersCrumb]} title="Node pool">
      <Ocid ocid={nodePoolId} />
    </PageHeader>
  );
}

const crumbsOf = ({ cluster }: NodePoolDetail): readonly Crumb[] =>
  cluster === null
    ? [clustersCrumb]
    : [
        clustersCrumb,
        { href: routes.cluster(cluster.id), label: <Literal text={cluster.name} /> },
        { href: routes.cluster(cluster.id, "node-pools"), label: "Node pools" },
      ];

function NodePoolHeader({ detail }: { readonly detail: NodePoolDetail }) {
  const { nodePool } = detail;
  return (
    <PageHeader
      crumbs={crumbsOf(detail)}
      title={<Literal text={nodePool.name} />}
      aside={<StateWord state={nodePool.lifecycleState} look="badge" />}
    >
      <span className="text-note font-mono">{nodePool.region}</span>
      <span>
        Compartment <Literal text={nodePool.compartmentName} className="text-ink" />
      </span>
      <Ocid ocid={nodePool.id} />
    </PageHeader>
  );
}

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
