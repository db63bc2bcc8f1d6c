import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import type { ComponentType } from "react";
import { prefetchedDetail, titleOf } from "@/app/(console)/inventory-page";
import { findingsNow } from "@/app/api/findings-now";
import { ocidFrom } from "@/lib/contract/ocid-param";
import { clusterDetail } from "@/lib/inventory/projections/cluster-detail";
import { clusterQuery } from "@/lib/queries/clusters";
import type { ClusterTab } from "@/lib/routes";

export type ClusterPageProps = { readonly params: Promise<{ readonly clusterId: string }> };

const sides: Record<ClusterTab, string> = {
  security: "",
  "node-pools": ", node pools",
  services: ", services & storage",
  readiness: ", readiness",
  "required-statements": ", ZPR statements",
};

/** The title of one side of a cluster. */
export async function clusterMetadata({ params }: ClusterPageProps, tab: ClusterTab): Promise<Metadata> {
  const clusterId = ocidFrom((await params).clusterId);
  const name = await titleOf((inventory) => inventory.clusters.find(({ id }) => id === clusterId)?.name ?? null);
  return { title: `${name ?? "Cluster"}${sides[tab]}` };
}

/** One side of a cluster, with what is known of it already in the page. */
export async function ClusterPage({
  params,
  side: Side,
}: ClusterPageProps & { readonly side: ComponentType<{ readonly clusterId: string }> }) {
  const clusterId = ocidFrom((await params).clusterId);
  if (clusterId === null) notFound();
  const state = prefetchedDetail(clusterQuery(clusterId).queryKey, (inventory, ociContext) =>
    clusterDetail(inventory, findingsNow(ociContext, inventory).findings, clusterId),
  );
  return (
    <HydrationBoundary state={state}>
      <Side clusterId={clusterId} />
    </HydrationBoundary>
  );
}
