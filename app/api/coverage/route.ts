import { listAnswer } from "@/app/api/inventory-answers";
import { readBeside } from "@/app/api/read-beside";
import { listCoverageRequestSchema, type ListCoverageResponse } from "@/lib/contract/coverage";
import { noFilter, nothingYet } from "@/lib/inventory/projections/completeness";
import { listCoverage } from "@/lib/inventory/projections/list-coverage";
import { handle } from "@/lib/server/handle";

const empty: ListCoverageResponse = {
  items: [],
  opcNextPage: null,
  filter: noFilter,
  total: 0,
  totalUnfiltered: 0,
  revision: 0,
  completeness: nothingYet,
  missingPermissions: [],
  startedAt: null,
  finishedAt: null,
};

export const GET = handle({ query: listCoverageRequestSchema }, ({ session: { ociContext }, query }) =>
  Response.json(
    listAnswer(ociContext, (inventory) => listCoverage(inventory, readBeside(ociContext, inventory), query), empty),
  ),
);
