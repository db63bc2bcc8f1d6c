import * as v from "valibot";
import { detailAnswer } from "@/app/api/inventory-answers";
import { ocidParam } from "@/lib/contract/ocid-param";
import { type PathTestAnswer, pathTestRequestSchema } from "@/lib/contract/path-test";
import { pathAddresses } from "@/lib/inventory/path-addresses";
import { inventoryWith, pathTest } from "@/lib/inventory/projections/path-test";
import { handle } from "@/lib/server/handle";

/** Only the text of a command: the console itself starts no test. */
export const GET = handle(
  { params: v.object({ resourceId: ocidParam }), query: pathTestRequestSchema },
  async ({ session: { ociContext }, params, query: { destinationId, ...connection } }) => {
    const ends = [params.resourceId, destinationId] as const;
    const inventory = await detailAnswer(ociContext, (each) => inventoryWith(each, ends));
    const answer = pathTest(inventory, ends, connection, await pathAddresses(ociContext, inventory, ends));
    return Response.json(answer satisfies PathTestAnswer);
  },
);
