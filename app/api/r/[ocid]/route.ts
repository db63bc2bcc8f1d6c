import * as v from "valibot";
import { foundAnswer } from "@/app/api/inventory-answers";
import { zprPoliciesKnown } from "@/app/api/zpr-policies-known";
import type { Found } from "@/lib/contract/found";
import { ocidText } from "@/lib/contract/ocid-param";
import { currentNodeReadings } from "@/lib/inventory/nodes/current-node-readings";
import { findByOcid } from "@/lib/inventory/projections/find-by-ocid";
import { handle } from "@/lib/server/handle";

/** Where in the console the thing of an OCID is. Every text gets an answer: why it is nowhere is one. */
export const GET = handle(
  { params: v.object({ ocid: ocidText }) },
  async ({ session: { ociContext }, params: { ocid } }) => {
    const nodes = currentNodeReadings();
    const { principal } = ociContext;
    const policies = await zprPoliciesKnown(ociContext);
    const found = await foundAnswer(ociContext, (inventory) =>
      findByOcid(inventory, ocid, {
        policies,
        nodesOfPool: (id) => nodes.pool(principal, id).reading?.nodes?.map(({ node }) => node.id) ?? [],
        unpooledNodes: (id) => nodes.unpooled(principal, id).reading?.nodes.map(({ instanceId }) => instanceId) ?? [],
      }),
    );
    return Response.json(found satisfies Found);
  },
);
