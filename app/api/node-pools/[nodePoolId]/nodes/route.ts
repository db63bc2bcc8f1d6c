import * as v from "valibot";
import { detailAnswer } from "@/app/api/inventory-answers";
import { startReadingNodes } from "@/app/api/node-answers";
import type { NodePoolNodes } from "@/lib/contract/nodes";
import { ocidParam } from "@/lib/contract/ocid-param";
import { currentNodeReadings } from "@/lib/inventory/nodes/current-node-readings";
import { nodePoolNodes } from "@/lib/inventory/projections/node-pool-nodes";
import { handle } from "@/lib/server/handle";
import type { Session } from "@/lib/server/session";

const schemas = { params: v.object({ nodePoolId: ocidParam }) };

const answer = ({ ociContext, principal }: Session, nodePoolId: string): Promise<NodePoolNodes> =>
  detailAnswer(ociContext, (inventory) =>
    nodePoolNodes(inventory, nodePoolId, currentNodeReadings().pool(principal, nodePoolId)),
  );

export const GET = handle(schemas, async ({ session, params }) =>
  Response.json((await answer(session, params.nodePoolId)) satisfies NodePoolNodes),
);

/** Reads the nodes and their VNICs anew; what was read before stays until that is done. */
export const POST = handle(schemas, async ({ session, params }) => {
  await startReadingNodes(session.ociContext, params);
  return Response.json((await answer(session, params.nodePoolId)) satisfies NodePoolNodes, { status: 202 });
});
