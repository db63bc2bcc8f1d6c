import { detailAnswer } from "@/app/api/inventory-answers";
import { zprReadingsNow } from "@/app/api/zpr-readings-now";
import { lintFactsOf } from "@/lib/inventory/projections/lint-facts";
import { compiledWorldOf } from "@/lib/inventory/projections/reach-world";
import { handle } from "@/lib/server/handle";
import { Problem } from "@/lib/server/problem";
import { type WorldFile, worldFileVersion } from "@/lib/zpr/reach/world-file";

/**
 * The world that reach is worked out in, for `zpl test` in people's own pipelines. Without the policies there is none:
 * a file without them would pass for a tenancy that has no policy.
 */
export const GET = handle({}, async ({ session: { ociContext } }) => {
  const readings = await zprReadingsNow(ociContext, { isAnew: false });
  if (readings?.policies.state !== "read") {
    const message =
      readings === null || readings.policies.state === "not-asked"
        ? "The ZPR policies are still being read. Try again in a moment."
        : `The ZPR policies could not be read: ${readings.policies.message}`;
    throw new Problem(503, { code: "ServiceUnavailable", message });
  }
  const file = await detailAnswer(ociContext, (inventory): WorldFile => ({
    version: worldFileVersion,
    readAt: inventory.finishedAt ?? inventory.startedAt,
    world: compiledWorldOf(inventory, readings.policies).world,
    peerings: lintFactsOf(inventory, false).peerings,
  }));
  return Response.json(file, { headers: { "Content-Disposition": 'attachment; filename="zpr-world.json"' } });
});
