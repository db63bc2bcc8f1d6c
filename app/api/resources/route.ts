import { findingsNow } from "@/app/api/findings-now";
import { listAnswer } from "@/app/api/inventory-answers";
import { listResourcesRequestSchema } from "@/lib/contract/list-resources-request";
import { type ListResourcesResponse } from "@/lib/contract/resources";
import { noFilter, nothingYet } from "@/lib/inventory/projections/completeness";
import { listResources } from "@/lib/inventory/projections/list-resources";
import { handle } from "@/lib/server/handle";

const empty: ListResourcesResponse = {
  items: [],
  opcNextPage: null,
  filter: noFilter,
  total: 0,
  totalUnfiltered: 0,
  protectedTotal: 0,
  unprotectedTotal: 0,
  revision: 0,
  completeness: nothingYet,
};

export const GET = handle({ query: listResourcesRequestSchema }, ({ session, query }) =>
  Response.json(
    listAnswer(
      session.ociContext,
      (inventory) => listResources(inventory, findingsNow(session.ociContext, inventory).findings, query),
      empty,
    ),
  ),
);
