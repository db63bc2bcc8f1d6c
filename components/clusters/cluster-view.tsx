"use client";

import { useQuery } from "@tanstack/react-query";
import { ClusterFacts } from "@/components/clusters/cluster-facts";
import { ClusterNodePools } from "@/components/clusters/cluster-node-pools";
import { ClusterSecurity } from "@/components/clusters/cluster-security";
import { ClusterServices } from "@/components/clusters/cluster-services";
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

/** One cluster: what it is, then one of its three sides. */
export function ClusterView({ clusterId, tab }: { readonly clusterId: string; readonly tab: ClusterTab }) {
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
              <ClusterTabContent detail={detail} tab={tab} />
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
  ];
}

function ClusterTabContent({ detail, tab }: { readonly detail: ClusterDetail; readonly tab: ClusterTab }) {
  switch (tab) {
    case "security":
      return <ClusterSecurity detail={detail} />;
    case "node-pools":
      return <ClusterNodePools detail={detail} />;
    case "services":
      return <ClusterServices detail={detail} />;
  }
}
