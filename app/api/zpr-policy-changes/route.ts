import { guardEnvironment } from "@/app/api/guard-environment";
import { detailAnswer } from "@/app/api/inventory-answers";
import { listPolicyChanges } from "@/lib/changes/zpr-policy/list-policy-changes";
import { startPolicyChange } from "@/lib/changes/zpr-policy/start-policy-change";
import {
  createZprPolicyChangeDetailsSchema,
  type ListZprPolicyChangesResponse,
  type ZprPolicyChange,
} from "@/lib/contract/zpr-policy-changes";
import { currentReadings } from "@/lib/inventory/current-readings";
import { handle } from "@/lib/server/handle";
import { log } from "@/lib/server/log";

export const GET = handle({}, ({ session }) =>
  Response.json({ items: listPolicyChanges(session.ociContext) } satisfies ListZprPolicyChangesResponse),
);

export const POST = handle({ body: createZprPolicyChangeDetailsSchema }, async ({ session, body }) => {
  const { ociContext } = session;
  const inventory = await detailAnswer(ociContext, (candidate) => candidate);
  const { zprPolicies } = currentReadings();
  const place = { region: inventory.homeRegion };
  const started = await startPolicyChange(
    {
      ociContext,
      inventory,
      guards: guardEnvironment(ociContext),
      async onEnded() {
        // A read that was under way may have begun before the change ended.
        await zprPolicies.read(ociContext, place);
        await zprPolicies.read(ociContext, place, { isAnew: true });
      },
      onBug: (thrown) => log().error({ err: thrown }, "a change of a ZPR policy was not followed to its end"),
    },
    body,
  );
  if (!started.ok) return Response.json(started.body, { status: started.status });
  const { change } = started;
  const headers = { Location: `/api/zpr-policy-changes/${change.id}` };
  return Response.json(change satisfies ZprPolicyChange, { status: 201, headers });
});
