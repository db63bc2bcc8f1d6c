import { zprReadingsNow } from "@/app/api/zpr-readings-now";
import { readingState } from "@/lib/inventory/projections/list-zpr-policies";
import { handle } from "@/lib/server/handle";
import { inventoryUnread } from "@/lib/server/problem";

/** Reads ZPR's policies and settings anew; the pages that show them ask again afterwards. */
export const POST = handle({}, async ({ session: { ociContext } }) => {
  const readings = await zprReadingsNow(ociContext, { isAnew: true });
  if (readings === null) throw inventoryUnread();
  return Response.json(readingState(readings.policies));
});
