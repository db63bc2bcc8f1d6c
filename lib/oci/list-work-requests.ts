import "server-only";
import * as v from "valibot";
import { ocidOf, parseAnswer, readList } from "@/lib/oci/answers";
import { callOci, type OciContext } from "@/lib/oci/clients";
import { encodedQuery } from "@/lib/oci/query";
import { loadBalancerWorkRequestFrom, loadBalancerWorkRequestSchema, workRequestSchema } from "@/lib/oci/work-requests";
import type { WorkRequest } from "@/lib/oke/work-request";

/** Services that list the work requests of one resource; network load balancers list only those of a compartment. */
export type ListingService = Extract<WorkRequest["service"], "containerengine" | "loadbalancer">;

type OneResource = {
  readonly service: ListingService;
  readonly region: string;
  /** OCID of the cluster, node pool or load balancer. */
  readonly resourceId: string;
  readonly compartmentId: string;
};

/** What tells how far a resource's work is does not stand far down its list. */
const newest = 100;

/**
 * Reads the work requests of one resource, newest first: the newest hundred of a cluster or node pool, all of a load
 * balancer. Those of OKE come without their errors and logs. Throws `OciRequestError`.
 */
export async function listWorkRequests(context: OciContext, resource: OneResource): Promise<readonly WorkRequest[]> {
  const workRequests = await (resource.service === "containerengine"
    ? ofContainerEngine(context, resource)
    : ofLoadBalancer(context, resource));
  const acceptedAt = ({ timeAccepted }: WorkRequest) => Date.parse(timeAccepted ?? "") || 0;
  return workRequests.toSorted((a, b) => acceptedAt(b) - acceptedAt(a));
}

async function ofContainerEngine(
  context: OciContext,
  { region, compartmentId, resourceId }: OneResource,
): Promise<readonly WorkRequest[]> {
  const target = { service: "containerengine", operation: "listWorkRequests", region } as const;
  const { requests, models } = await import("oci-containerengine");
  const query = {
    ...encodedQuery({ compartmentId, resourceId, limit: newest }),
    sortBy: requests.ListWorkRequestsRequest.SortBy.TimeAccepted,
    sortOrder: models.SortOrder.Desc,
  };
  const { items } = await callOci(context, target, (client) => client.listWorkRequests(query));
  return parseAnswer(v.array(workRequestSchema), items, target.operation).map((workRequest) => ({
    ...workRequest,
    service: "containerengine",
    errors: [],
    logs: [],
  }));
}

async function ofLoadBalancer(
  context: OciContext,
  { region, resourceId: loadBalancerId }: OneResource,
): Promise<readonly WorkRequest[]> {
  const target = {
    service: "loadbalancer",
    operation: "listWorkRequests",
    region,
    schema: loadBalancerWorkRequestSchema,
    keyOf: ocidOf,
  } as const;
  const read = await readList(context, target, (client, page) => client.listWorkRequests({ loadBalancerId, ...page }));
  return read.map(loadBalancerWorkRequestFrom);
}
