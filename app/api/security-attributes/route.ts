import { listAnswer } from "@/app/api/inventory-answers";
import { listSecurityAttributesRequestSchema } from "@/lib/contract/list-security-attributes-request";
import { type SecurityAttributesResponse } from "@/lib/contract/security-attributes";
import { noFilter, nothingYet } from "@/lib/inventory/projections/completeness";
import { listSecurityAttributes } from "@/lib/inventory/projections/list-security-attributes";
import { handle } from "@/lib/server/handle";

const empty: SecurityAttributesResponse = {
  items: [],
  opcNextPage: null,
  filter: noFilter,
  total: 0,
  totalUnfiltered: 0,
  revision: 0,
  completeness: nothingYet,
  namespaceCount: 0,
  namespaces: [],
  isCatalogComplete: false,
  catalogGaps: [],
};

export const GET = handle({ query: listSecurityAttributesRequestSchema }, ({ session, query }) =>
  Response.json(listAnswer(session.ociContext, (inventory) => listSecurityAttributes(inventory, query), empty)),
);
