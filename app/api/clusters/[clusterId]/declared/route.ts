import * as v from "valibot";
import { detailAnswer } from "@/app/api/inventory-answers";
import type { ClusterDeclared } from "@/lib/contract/declared";
import { ocidParam } from "@/lib/contract/ocid-param";
import { currentDeclarations } from "@/lib/inventory/declarations";
import type { Inventory } from "@/lib/inventory/inventory";
import { clusterDeclared } from "@/lib/inventory/projections/cluster-declared";
import { handle } from "@/lib/server/handle";

const params = v.object({ clusterId: ocidParam });

const clusterIn = (clusterId: string) => (inventory: Inventory) => {
  const cluster = inventory.clusters.find(({ id }) => id === clusterId);
  return cluster ? { inventory, cluster } : null;
};

export const GET = handle({ params }, async ({ session, params: { clusterId } }) => {
  const { inventory, cluster } = await detailAnswer(session.ociContext, clusterIn(clusterId));
  const view = currentDeclarations().view(session.ociContext, inventory, cluster);
  return Response.json(clusterDeclared(inventory, cluster, view) satisfies ClusterDeclared);
});

/** Reads the cluster's manifests anew; what was read before stays until that is done. */
export const POST = handle({ params }, async ({ session, params: { clusterId } }) => {
  const { inventory, cluster } = await detailAnswer(session.ociContext, clusterIn(clusterId));
  currentDeclarations().refresh(session.ociContext, inventory, cluster);
  const view = currentDeclarations().view(session.ociContext, inventory, cluster);
  return Response.json(clusterDeclared(inventory, cluster, view) satisfies ClusterDeclared, { status: 202 });
});
