import { parseAsJson, parseAsNativeArrayOf, parseAsString, parseAsStringLiteral, type Values } from "nuqs";
import { listParsers, listRequest } from "@/components/shared/list-params";
import { changeOperationSchema } from "@/lib/contract/change-operation";
import { resourceSortColumns } from "@/lib/contract/resources";
import { resourceKinds } from "@/lib/oke/resource-kind";
import type { ResourceListParams } from "@/lib/queries/resources";

/**
 * What stands in the address of a plan that is being written. A copied link opens the same plan, and other pages link
 * here with `routes.newChangePlan`: `step`, once for each operation, as JSON; `resource`, once for each id that is chosen
 * already, up to `mostChosen`; what the resources to choose from are narrowed by, named as on the list of resources;
 * and `take=all`, which chooses what is shown first, once.
 */
export const planParsers = {
  ...listParsers(resourceSortColumns),
  step: parseAsNativeArrayOf(parseAsJson(changeOperationSchema)),
  resource: parseAsNativeArrayOf(parseAsString),
  kind: parseAsStringLiteral(resourceKinds),
  clusterId: parseAsString,
  attr: parseAsString,
  take: parseAsStringLiteral(["all"]),
};

export type PlanValues = Values<typeof planParsers>;

/** How many resources can be chosen: the address has to hold them. */
export const mostChosen = 50;

/** The address as the request of `GET /api/resources`. */
export function planListRequest({
  attr,
  step: _step,
  resource: _resource,
  take: _take,
  ...values
}: PlanValues): ResourceListParams {
  return { ...listRequest(values), limit: "50", ...(attr !== null && attr !== "" && { attribute: attr }) };
}
