import { findingsNow } from "@/app/api/findings-now";
import { listAnswer } from "@/app/api/inventory-answers";
import { type ListClustersResponse } from "@/lib/contract/clusters";
import { listClustersRequestSchema } from "@/lib/contract/list-clusters-request";
import { noFilter, nothingYet } from "@/lib/inventory/projections/completeness";
import { listClusters } from "@/lib/inventory/projections/list-clusters";
import { handle } from "@/lib/server/handle";

const empty: ListClustersResponse = {
  items: [],
  opcNextPage: null,
  filter: noFilter,
  total: 0,
  totalUnfiltered: 0,
  revision: 0,
  completeness: nothingYet,
};

export const GET = handle({ query: listClustersRequestSchema }, ({ session, query }) =>
  Response.json(
    listAnswer(
      session.ociContext,
      (inventory) => listClusters(inventory, findingsNow(session.ociContext, inventory).findings, query),
      empty,
    ),
  ),
);
