import { findingsNow } from "@/app/api/findings-now";
import { listAnswer } from "@/app/api/inventory-answers";
import { listFindingsRequestSchema, type ListFindingsResponse } from "@/lib/contract/findings";
import { noFilter, nothingYet } from "@/lib/inventory/projections/completeness";
import { listFindings } from "@/lib/inventory/projections/list-findings";
import { noFindings } from "@/lib/oke/findings/finding";
import { handle } from "@/lib/server/handle";

const empty: ListFindingsResponse = {
  items: [],
  opcNextPage: null,
  filter: noFilter,
  total: 0,
  totalUnfiltered: 0,
  revision: 0,
  completeness: nothingYet,
  counts: noFindings,
  comparedNodePools: { read: 0, total: 0 },
  comparedClusters: { read: 0, total: 0 },
};

export const GET = handle({ query: listFindingsRequestSchema }, ({ session: { ociContext }, query }) => {
  const list = (inventory: Parameters<typeof findingsNow>[1]) => {
    const { findings, compared } = findingsNow(ociContext, inventory);
    return listFindings(inventory, findings, compared, query);
  };
  return Response.json(listAnswer(ociContext, list, empty));
});
