import { parseAsString, parseAsStringLiteral, type Values } from "nuqs";
import { listParsers, listRequest } from "@/components/shared/list-params";
import { clusterMatchWords, resourceSortColumns } from "@/lib/contract/resources";
import { resourceKinds } from "@/lib/oke/resource-kind";
import type { ResourceListParams } from "@/lib/queries/resources";
import { attributeVerdictStates } from "@/lib/zpr/verdict-state";

/**
 * What stands in the address of the list of resources. Without `protected` only what carries attributes is listed:
 * `any` lists all, `false` only what carries none. `attr` is the API's `attribute`, whose name the edit dialogs take.
 */
export const resourceListParsers = {
  ...listParsers(resourceSortColumns),
  protected: parseAsStringLiteral(["true", "false", "any"]).withDefault("true"),
  kind: parseAsStringLiteral(resourceKinds),
  state: parseAsStringLiteral(["stale", ...attributeVerdictStates]),
  match: parseAsStringLiteral(clusterMatchWords),
  clusterId: parseAsString,
  attr: parseAsString,
};

export type ResourceListValues = Values<typeof resourceListParsers>;

/** Everything that narrows the list besides `protected`, cleared. */
export const clearedResourceFilters = {
  q: null,
  kind: null,
  state: null,
  match: null,
  clusterId: null,
  attr: null,
  page: null,
} as const;

export const isFilteredList = ({ q, kind, state, match, clusterId, attr }: ResourceListValues) =>
  q !== "" || [kind, state, match, clusterId, attr].some((value) => value !== null);

/** The address as the request of `GET /api/resources`. */
export function resourceListRequest({ attr, protected: side, ...values }: ResourceListValues): ResourceListParams {
  return {
    ...listRequest(values),
    ...(attr !== null && attr !== "" && { attribute: attr }),
    ...(side !== "any" && { protected: side }),
  };
}
