"use client";

import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { ClusterFacts } from "@/components/clusters/cluster-facts";
import { ClusterSkeleton } from "@/components/clusters/cluster-skeleton";
import { CompletenessBanner } from "@/components/shared/completeness-banner";
import { Ocid } from "@/components/shared/ocid";
import { PageHeader } from "@/components/shared/page-header";
import { QueryBoundary } from "@/components/shared/query-boundary";
import { StateWord } from "@/components/shared/state-word";
import { StillReading, useFirstReading } from "@/components/shared/still-reading";
import { TabLinks, type TabLink } from "@/components/shared/tab-links";
import { staleCount } from "@/components/shared/verdict-counts-summary";
import { Literal } from "@/components/ui/literal";
import type { ClusterDetail } from "@/lib/contract/clusters";
import { formatAtLeast } from "@/lib/format";
import { clusterQuery } from "@/lib/queries/clusters";
import { routes, type ClusterTab } from "@/lib/routes";

const crumbs = [{ href: routes.clusters(), label: "Clusters" }];

type ClusterFrameProps = {
  readonly clusterId: string;
  readonly tab: ClusterTab;
  /** The side of the cluster that the tab shows. */
  readonly children: (detail: ClusterDetail) => ReactNode;
};

/** One cluster: what it is, then one of its sides. Each side is a page, so that none loads the code of the others. */
export function ClusterFrame({ clusterId, tab, children }: ClusterFrameProps) {
  const cluster = useQuery(clusterQuery(clusterId));
  const isFirstReading = useFirstReading();
  return (
    <>
      {cluster.data ? <ClusterHeader detail={cluster.data} /> : <UnreadHeader clusterId={clusterId} />}
      <QueryBoundary query={cluster} isFirstReading={isFirstReading} what="The cluster" loading={<ClusterSkeleton />}>
        {(detail) => (
          <>
            <ClusterFacts cluster={detail.cluster} />
            <TabLinks label="Cluster" tabs={tabsOf(detail)} current={routes.cluster(clusterId, tab)} />
            <div className="mt-4 flex flex-col gap-3">
              {isFirstReading ? (
                <StillReading what="of this cluster" />
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

/** Until the cluster is read, what was asked for. */
function UnreadHeader({ clusterId }: { readonly clusterId: string }) {
  return (
    <PageHeader crumbs={crumbs} title="Cluster">
      <Ocid ocid={clusterId} />
    </PageHeader>
  );
}

function ClusterHeader({ detail: { cluster } }: { readonly detail: ClusterDetail }) {
  return (
    <PageHeader
      crumbs={crumbs}
      title={<Literal text={cluster.name} />}
      aside={<StateWord state={cluster.lifecycleState} look="badge" />}
    >
      <span className="text-note font-mono">{cluster.region}</span>
      <span>
        Compartment <Literal text={cluster.compartmentName} className="text-ink" />
      </span>
      <Ocid ocid={cluster.id} />
    </PageHeader>
  );
}

function tabsOf({ cluster, nodePools, virtualNodePools, services, completeness }: ClusterDetail): readonly TabLink[] {
  const stale = staleCount(cluster.verdicts);
  const counted = (count: number) =>
    count === 0 && !completeness.isComplete ? "none read" : formatAtLeast(count, completeness.isComplete);
  return [
    { href: routes.cluster(cluster.id), label: "Security", ...(stale > 0 && { note: `${counted(stale)} stale` }) },
    {
      href: routes.cluster(cluster.id, "node-pools"),
      label: "Node pools",
      count: counted(nodePools.length + virtualNodePools.length),
    },
    { href: routes.cluster(cluster.id, "services"), label: "Services & storage", count: counted(services.length) },
    {
      href: routes.cluster(cluster.id, "readiness"),
      label: "Readiness",
      // What only that page reads is not among them.
      ...(cluster.readiness.fail > 0 && {
        note: `${formatAtLeast(cluster.readiness.fail, cluster.readiness.notChecked === 0)} fail`,
      }),
    },
  ];
}
