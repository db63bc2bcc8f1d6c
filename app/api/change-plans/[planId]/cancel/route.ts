import * as v from "valibot";
import { cancelPlan } from "@/lib/changes/plan/start-plan";
import type { ChangePlan } from "@/lib/contract/change-plan";
import { handle } from "@/lib/server/handle";
import { notFound } from "@/lib/server/problem";

/** Stops the plan before its next step. What runs is followed to its end, because a write cannot be taken back. */
export const POST = handle({ params: v.object({ planId: v.string() }) }, ({ session, params }) => {
  const plan = cancelPlan(session, params.planId);
  if (plan === null) throw notFound("There is no such plan since the console was started, so nothing of it runs.");
  return Response.json(plan satisfies ChangePlan);
});
