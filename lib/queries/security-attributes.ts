import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type * as v from "valibot";
import type { listSecurityAttributesRequestSchema } from "@/lib/contract/list-security-attributes-request";
import {
  type SecurityAttributeListItem,
  securityAttributesResponseSchema,
  selectableNamespacesResponseSchema,
} from "@/lib/contract/security-attributes";
import { apiFetch } from "@/lib/queries/api-fetch";
import { apiPaths } from "@/lib/queries/api-paths";
import type { PageReader } from "@/lib/queries/page-reader";

/** The query of the list as it stands in the address: text, before it is parsed. */
export type SecurityAttributeListParams = v.InferInput<typeof listSecurityAttributesRequestSchema>;

/** How the list is read. */
export const securityAttributePages: PageReader<SecurityAttributeListItem> = {
  operation: "listSecurityAttributes",
  read: (params, signal) => apiFetch(securityAttributesResponseSchema, apiPaths.securityAttributes(params), signal),
};

/** One page of the keys that exist or are carried, or of the stale queue (`state: "stale"`). */
export const securityAttributesQuery = (params: SecurityAttributeListParams = {}) =>
  queryOptions({
    queryKey: ["listSecurityAttributes", params],
    queryFn: ({ signal }) => apiFetch(securityAttributesResponseSchema, apiPaths.securityAttributes(params), signal),
    placeholderData: keepPreviousData,
  });

/** What the Add dialog offers. */
export const selectableNamespacesQuery = () =>
  queryOptions({
    queryKey: ["listSelectableNamespaces"],
    queryFn: ({ signal }) => apiFetch(selectableNamespacesResponseSchema, apiPaths.selectableNamespaces(), signal),
  });
