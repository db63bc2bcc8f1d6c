import { detailAnswer } from "@/app/api/inventory-answers";
import { listReplacements } from "@/lib/changes/node-replacement/list-replacements";
import { readCounts } from "@/lib/changes/node-replacement/read-counts";
import { startReplacement } from "@/lib/changes/node-replacement/start-replacement";
import {
  createNodeReplacementDetailsSchema,
  type ListNodeReplacementsResponse,
  type NodeReplacement,
} from "@/lib/contract/node-replacements";
import { currentInventories } from "@/lib/inventory/current-inventories";
import { handle } from "@/lib/server/handle";
import { log } from "@/lib/server/log";

export const GET = handle({}, ({ session }) =>
  Response.json({ items: listReplacements(session.ociContext) } satisfies ListNodeReplacementsResponse),
);

export const POST = handle({ body: createNodeReplacementDetailsSchema }, async ({ session, body }) => {
  const { ociContext } = session;
  const { nodePoolId, overrideReason } = body;
  const inventory = await detailAnswer(ociContext, (candidate) =>
    candidate.nodePools.some(({ id }) => id === nodePoolId) ? candidate : null,
  );
  const started = await startReplacement(
    {
      ociContext,
      inventory,
      readCounts: (id) => readCounts(ociContext, id),
      onBug: (thrown) => log().error({ err: thrown }, "a node replacement was not followed to its end"),
    },
    body,
  );
  if (!started.ok) return Response.json(started.body, { status: started.status });
  const { replacement, ended } = started;
  // What the tenancy's inventory says of the pool's nodes is old then.
  void ended.then(() => currentInventories().refresh(ociContext));
  if (overrideReason !== null) {
    log().warn(
      { nodePoolId, overrideReason },
      "nodes are replaced although policies that let them join were not found",
    );
  }
  return Response.json(replacement satisfies NodeReplacement, { status: 201 });
});
