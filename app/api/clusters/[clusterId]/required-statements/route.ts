import * as v from "valibot";
import { detailAnswer } from "@/app/api/inventory-answers";
import { zprReadingsNow } from "@/app/api/zpr-readings-now";
import { ocidParam } from "@/lib/contract/ocid-param";
import type { RequiredStatementsResponse } from "@/lib/contract/required-statements";
import { clusterRequiredStatements } from "@/lib/inventory/projections/cluster-required-statements";
import { handle } from "@/lib/server/handle";
import { inventoryUnread, notFound } from "@/lib/server/problem";

export const GET = handle(
  { params: v.object({ clusterId: ocidParam }) },
  async ({ session: { ociContext }, params: { clusterId } }) => {
    const inventory = await detailAnswer(ociContext, (candidate) =>
      candidate.clusters.some(({ id }) => id === clusterId) ? candidate : null,
    );
    const readings = await zprReadingsNow(ociContext, { isAnew: false });
    if (readings === null) throw inventoryUnread();
    const answer = clusterRequiredStatements(inventory, clusterId, readings.policies);
    if (answer === null) throw notFound("Authorization failed or requested resource not found.");
    return Response.json(answer satisfies RequiredStatementsResponse);
  },
);
