import { detailAnswer } from "@/app/api/inventory-answers";
import { zprReadingsNow } from "@/app/api/zpr-readings-now";
import { type TraceAnswer, traceRequestSchema } from "@/lib/contract/trace";
import { pathAddresses } from "@/lib/inventory/path-addresses";
import { pathEndsOf, pathTestOfTrace, traceAnswer } from "@/lib/inventory/projections/trace";
import { handle } from "@/lib/server/handle";
import { invalidParameter } from "@/lib/server/problem";
import { traceProtocolFrom } from "@/lib/zpr/reach/trace-question";

export const GET = handle({ query: traceRequestSchema }, async ({ session: { ociContext }, query }) => {
  const protocol = traceProtocolFrom(query.protocol);
  if (protocol === null) throw invalidParameter("Write a protocol such as tcp/443, udp or icmp/8.", "protocol");
  const readings = await zprReadingsNow(ociContext, { isAnew: false });
  const { inventory, traced } = await detailAnswer(ociContext, (each) => ({
    inventory: each,
    traced: traceAnswer(each, readings?.policies ?? null, query, protocol),
  }));
  const pathTest = pathTestOfTrace(inventory, traced, await pathAddresses(ociContext, inventory, pathEndsOf(traced)));
  return Response.json({ ...traced, pathTest } satisfies TraceAnswer);
});
