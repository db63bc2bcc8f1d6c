import * as v from "valibot";
import { detailAnswer } from "@/app/api/inventory-answers";
import { startReadingNodes } from "@/app/api/node-answers";
import type { ClusterNodes } from "@/lib/contract/nodes";
import { ocidParam } from "@/lib/contract/ocid-param";
import { currentNodeReadings } from "@/lib/inventory/nodes/current-node-readings";
import { clusterNodes } from "@/lib/inventory/projections/cluster-nodes";
import { handle } from "@/lib/server/handle";
import type { Session } from "@/lib/server/session";

const schemas = { params: v.object({ clusterId: ocidParam }) };

const answer = ({ ociContext, principal }: Session, clusterId: string): Promise<ClusterNodes> =>
  detailAnswer(ociContext, (inventory) =>
    clusterNodes(inventory, clusterId, {
      pool: (nodePoolId) => currentNodeReadings().pool(principal, nodePoolId),
      unpooled: currentNodeReadings().unpooled(principal, clusterId),
    }),
  );

export const GET = handle(schemas, async ({ session, params }) =>
  Response.json((await answer(session, params.clusterId)) satisfies ClusterNodes),
);

/** Reads the nodes of every pool of the cluster, and those in no pool, with their VNICs. */
export const POST = handle(schemas, async ({ session, params }) => {
  await startReadingNodes(session.ociContext, params);
  return Response.json((await answer(session, params.clusterId)) satisfies ClusterNodes, { status: 202 });
});
