import { parseAsString, parseAsStringLiteral, type Values } from "nuqs";
import { listParsers, listRequest } from "@/components/shared/list-params";
import { securityAttributeSortColumns } from "@/lib/contract/security-attributes";
import { resourceKinds } from "@/lib/oke/resource-kind";
import type { SecurityAttributeListParams } from "@/lib/queries/security-attributes";
import { attributeVerdictStates } from "@/lib/zpr/verdict-state";

/** What stands in the address of the security attributes; `state=stale` is the stale queue. */
export const securityAttributeListParsers = {
  ...listParsers(securityAttributeSortColumns),
  state: parseAsStringLiteral(["stale", ...attributeVerdictStates]),
  namespace: parseAsString,
  kind: parseAsStringLiteral(resourceKinds),
};

export type SecurityAttributeListValues = Values<typeof securityAttributeListParsers>;

/** Everything that narrows the list, cleared; which of the two views it is stays. */
export const clearedAttributeFilters = { q: null, namespace: null, kind: null, page: null } as const;

export const isFilteredList = ({ q, state, namespace, kind }: SecurityAttributeListValues): boolean =>
  q !== "" || (state !== null && state !== "stale") || namespace !== null || kind !== null;

/** The address as the request of `GET /api/security-attributes`. */
export const attributeListRequest = (values: SecurityAttributeListValues): SecurityAttributeListParams =>
  listRequest(values);
