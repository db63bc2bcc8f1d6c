import { detailAnswer } from "@/app/api/inventory-answers";
import { zprReadingsNow } from "@/app/api/zpr-readings-now";
import { type TraceAnswer, traceRequestSchema } from "@/lib/contract/trace";
import { traceAnswer } from "@/lib/inventory/projections/trace";
import { handle } from "@/lib/server/handle";
import { invalidParameter } from "@/lib/server/problem";
import { traceProtocolFrom } from "@/lib/zpr/reach/trace-question";

export const GET = handle({ query: traceRequestSchema }, async ({ session: { ociContext }, query }) => {
  const protocol = traceProtocolFrom(query.protocol);
  if (protocol === null) throw invalidParameter("Write a protocol such as tcp/443, udp or icmp/8.", "protocol");
  const readings = await zprReadingsNow(ociContext, { isAnew: false });
  const answer = await detailAnswer(ociContext, (inventory) =>
    traceAnswer(inventory, readings?.policies ?? null, query, protocol),
  );
  return Response.json(answer satisfies TraceAnswer);
});
