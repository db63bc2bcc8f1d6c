import { detailAnswer } from "@/app/api/inventory-answers";
import type { ZprPolicyNames } from "@/lib/contract/zpr-policy-edit";
import { policyNames } from "@/lib/inventory/projections/policy-names";
import { handle } from "@/lib/server/handle";

/** From what has been read by now: an editor completes more when it asks again. */
export const GET = handle({}, async ({ session }) => {
  const names = await detailAnswer(session.ociContext, (inventory) => policyNames(inventory));
  return Response.json(names satisfies ZprPolicyNames);
});
