import * as v from "valibot";
import { changeStoreOf } from "@/lib/changes/change-store";
import { planAsNow } from "@/lib/changes/plan/plan-as-now";
import { planStoreOf } from "@/lib/changes/plan/plan-store";
import type { ChangePlan } from "@/lib/contract/change-plan";
import { handle } from "@/lib/server/handle";
import { notFound } from "@/lib/server/problem";

export const GET = handle({ params: v.object({ planId: v.string() }) }, ({ session, params }) => {
  const plan = planStoreOf(session.principal).get(params.planId);
  if (plan === null) {
    throw notFound("There is no such plan since the console was started. The resources themselves show what was done.");
  }
  const changes = changeStoreOf(session.principal);
  return Response.json(planAsNow(plan, (id) => changes.get(id)) satisfies ChangePlan);
});
