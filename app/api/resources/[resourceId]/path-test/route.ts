import * as v from "valibot";
import { detailAnswer } from "@/app/api/inventory-answers";
import { ocidParam } from "@/lib/contract/ocid-param";
import { type PathTestAnswer, pathTestRequestSchema } from "@/lib/contract/path-test";
import { pathTest } from "@/lib/inventory/projections/path-test";
import { handle } from "@/lib/server/handle";

/** Only the text of a command: the console itself starts no test. */
export const GET = handle(
  { params: v.object({ resourceId: ocidParam }), query: pathTestRequestSchema },
  async ({ session, params, query }) => {
    const answer = await detailAnswer(session.ociContext, (inventory) => pathTest(inventory, params.resourceId, query));
    return Response.json(answer satisfies PathTestAnswer);
  },
);
