import * as v from "valibot";
import { detailAnswer } from "@/app/api/inventory-answers";
import type { NodePoolDetail } from "@/lib/contract/node-pools";
import { ocidParam } from "@/lib/contract/ocid-param";
import { nodePoolDetail } from "@/lib/inventory/projections/node-pool-detail";
import { handle } from "@/lib/server/handle";

export const GET = handle({ params: v.object({ nodePoolId: ocidParam }) }, async ({ session, params }) => {
  const detail = await detailAnswer(session.ociContext, (inventory) => nodePoolDetail(inventory, params.nodePoolId));
  return Response.json(detail satisfies NodePoolDetail);
});
