import * as v from "valibot";
import { findingsNow } from "@/app/api/findings-now";
import { detailAnswer } from "@/app/api/inventory-answers";
import type { ClusterDetail } from "@/lib/contract/clusters";
import { ocidParam } from "@/lib/contract/ocid-param";
import { clusterDetail } from "@/lib/inventory/projections/cluster-detail";
import { handle } from "@/lib/server/handle";

export const GET = handle({ params: v.object({ clusterId: ocidParam }) }, async ({ session, params }) => {
  const detail = await detailAnswer(session.ociContext, (inventory) =>
    clusterDetail(inventory, findingsNow(session.ociContext, inventory).findings, params.clusterId),
  );
  return Response.json(detail satisfies ClusterDetail);
});
