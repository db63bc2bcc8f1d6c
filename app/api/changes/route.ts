import { changeEnvironment } from "@/app/api/change-environment";
import { listChanges } from "@/lib/changes/list-changes";
import { runningPlans } from "@/lib/changes/plan/running-plans";
import { startChange } from "@/lib/changes/start-change";
import type { Change, ListChangesResponse } from "@/lib/contract/changes";
import { createChangeDetailsSchema } from "@/lib/contract/create-change";
import { listChangesRequestSchema } from "@/lib/contract/list-changes-request";
import { inventoryForEdit } from "@/lib/inventory/inventory-for-edit";
import { handle } from "@/lib/server/handle";
import { inventoryUnread } from "@/lib/server/problem";

export const GET = handle({ query: listChangesRequestSchema }, ({ session, query }) =>
  Response.json({
    items: listChanges(session.ociContext, query),
    plans: runningPlans(session.principal),
  } satisfies ListChangesResponse),
);

export const POST = handle({ body: createChangeDetailsSchema }, async ({ session, body }) => {
  const inventory = await inventoryForEdit(session.ociContext, body.resourceId);
  if (inventory === null) throw inventoryUnread();
  const started = await startChange(changeEnvironment(session, inventory), body);
  if (!started.ok) return Response.json(started.body, { status: started.status });
  const { change } = started;
  return Response.json(change satisfies Change, { status: 201, headers: { Location: `/api/changes/${change.id}` } });
});
