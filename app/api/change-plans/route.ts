import { changeEnvironment } from "@/app/api/change-environment";
import { changeStoreOf } from "@/lib/changes/change-store";
import { planAsNow } from "@/lib/changes/plan/plan-as-now";
import { planStoreOf } from "@/lib/changes/plan/plan-store";
import { startPlan } from "@/lib/changes/plan/start-plan";
import { type ChangePlan, createPlanDetailsSchema, type ListChangePlansResponse } from "@/lib/contract/change-plan";
import { inventoryForEdit } from "@/lib/inventory/inventory-for-edit";
import { serverEnv } from "@/lib/server/env";
import { handle } from "@/lib/server/handle";
import { log } from "@/lib/server/log";
import { inventoryUnread } from "@/lib/server/problem";

export const GET = handle({}, ({ session: { principal } }) => {
  const changes = changeStoreOf(principal);
  return Response.json({
    items: planStoreOf(principal)
      .list()
      .map((plan) => planAsNow(plan, (id) => changes.get(id))),
    limit: serverEnv().planLimit,
  } satisfies ListChangePlansResponse);
});

export const POST = handle({ body: createPlanDetailsSchema }, async ({ session, body }) => {
  const { ociContext, principal } = session;
  const inventory = await inventoryForEdit(ociContext, ...body.steps.map(({ resourceId }) => resourceId));
  if (inventory === null) throw inventoryUnread();
  const started = await startPlan(
    {
      principal,
      environmentFor: async (resourceId) => {
        const present = await inventoryForEdit(ociContext, resourceId);
        return present && changeEnvironment(session, present);
      },
      onBug: (thrown) => log().error({ err: thrown }, "a step of a plan was not followed to its end"),
    },
    { inventory, limit: serverEnv().planLimit },
    body,
  );
  if (!started.ok) return Response.json(started.body, { status: started.status });
  const { plan } = started;
  return Response.json(plan satisfies ChangePlan, {
    status: 201,
    headers: { Location: `/api/change-plans/${plan.id}` },
  });
});
