import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import type { ComponentType } from "react";
import { prefetchedDetail, titleOf } from "@/app/(console)/inventory-page";
import { ocidFrom } from "@/lib/contract/ocid-param";
import { nodePoolDetail } from "@/lib/inventory/projections/node-pool-detail";
import { nodePoolQuery } from "@/lib/queries/node-pools";
import type { NodePoolTab } from "@/lib/routes";

export type NodePoolPageProps = { readonly params: Promise<{ readonly nodePoolId: string }> };

/** The title of one side of a node pool. */
export async function nodePoolMetadata({ params }: NodePoolPageProps, tab: NodePoolTab): Promise<Metadata> {
  const nodePoolId = ocidFrom((await params).nodePoolId);
  const name = await titleOf((inventory) => inventory.nodePools.find(({ id }) => id === nodePoolId)?.name ?? null);
  return { title: `${name ?? "Node pool"}${tab === "nodes" ? ", nodes" : ""}` };
}

/** One side of a node pool, with what is known of it already in the page. */
export async function NodePoolPage({
  params,
  side: Side,
}: NodePoolPageProps & { readonly side: ComponentType<{ readonly nodePoolId: string }> }) {
  const nodePoolId = ocidFrom((await params).nodePoolId);
  if (nodePoolId === null) notFound();
  const state = prefetchedDetail(nodePoolQuery(nodePoolId).queryKey, (inventory) =>
    nodePoolDetail(inventory, nodePoolId),
  );
  return (
    <HydrationBoundary state={state}>
      <Side nodePoolId={nodePoolId} />
    </HydrationBoundary>
  );
}
