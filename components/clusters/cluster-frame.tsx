"use client";

import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { ClusterFacts } from "@/components/clusters/cluster-facts";
import { ClusterSkeleton } from "@/components/clusters/cluster-skeleton";
import { DetailFrame } from "@/components/shared/detail-frame";
import type { TabLink } from "@/components/shared/tab-links";
import { staleCount } from "@/components/shared/verdict-counts-summary";
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

/** One cluster, and one of its sides. */
export function ClusterFrame({ clusterId, tab, children }: ClusterFrameProps) {
  return (
    <DetailFrame
      noun="Cluster"
      ocid={clusterId}
      query={useQuery(clusterQuery(clusterId))}
      loading={<ClusterSkeleton />}
      objectOf={({ cluster }) => cluster}
      crumbsOf={() => crumbs}
      tabsOf={(detail) => tabsOf(detail, tab)}
      current={routes.cluster(clusterId, tab)}
      facts={({ cluster }) => <ClusterFacts cluster={cluster} />}
    >
      {children}
    </DetailFrame>
  );
}

function tabsOf(
  { cluster, nodePools, virtualNodePools, services, completeness }: ClusterDetail,
  current: ClusterTab,
): readonly TabLink[] {
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
      // What only that page reads is not among them; the page itself says all of it.
      ...(cluster.readiness.fail > 0 &&
        current !== "readiness" && {
          note: `${formatAtLeast(cluster.readiness.fail, cluster.readiness.notChecked === 0)} fail`,
        }),
    },
    { href: routes.cluster(cluster.id, "required-statements"), label: "ZPR statements" },
  ];
}
