import type { Operation } from "@/emulator/core/operation";
import type { WorkRequestRecord } from "@/emulator/core/work-request-record";
import type { ClusterApi } from "@/emulator/kubernetes/cluster-api";
import { controllerCall } from "@/emulator/kubernetes/controllers/controller-call";
import { loadBalancerOperations } from "@/emulator/services/load-balancer";
import { networkLoadBalancerOperations } from "@/emulator/services/network-load-balancer";

/** A load balancer of either kind, as a controller sees it. */
export type Balancer = {
  readonly id: string;
  readonly kind: "load-balancer" | "network-load-balancer";
  readonly securityAttributes: unknown;
  readonly isBusy: boolean;
};

const updates = {
  "load-balancer": updateIn(loadBalancerOperations, "updateLoadBalancer"),
  "network-load-balancer": updateIn(networkLoadBalancerOperations, "updateNetworkLoadBalancer"),
} as const;

const idParameters = { "load-balancer": "loadBalancerId", "network-load-balancer": "networkLoadBalancerId" } as const;

/** The load balancer of a Service: the one that has the Service's UID for a name, or at the end of it. */
export function balancerOfService(api: ClusterApi, uid: string): Balancer | null {
  const classic = api.region.loadBalancers.list().find(({ displayName }) => displayName === uid);
  if (classic !== undefined) return balancerWithId(api, classic.id);
  const network = api.region.networkLoadBalancers.list().find(({ displayName }) => displayName.endsWith(`/${uid}`));
  return network === undefined ? null : balancerWithId(api, network.id);
}

export function balancerWithId({ region }: ClusterApi, id: string): Balancer | null {
  const classic = region.loadBalancers.get(id)?.value;
  const network = region.networkLoadBalancers.get(id)?.value;
  const found = classic ?? network;
  if (found === undefined) return null;
  const isWorking = region.workRequests
    .list()
    .some(({ status, resources }) => status !== "SUCCEEDED" && status !== "FAILED" && resources[0]?.identifier === id);
  return {
    id,
    kind: classic === undefined ? "network-load-balancer" : "load-balancer",
    securityAttributes: found.securityAttributes,
    isBusy: isWorking || found.lifecycleState !== "ACTIVE",
  };
}

/**
 * Sets a load balancer's security attributes as a controller does: by the same operation as everybody, so that the
 * same rules hold. Gives the work request. Throws ServiceError for a refusal.
 */
export function updateBalancer(api: ClusterApi, balancer: Balancer, securityAttributes: object, at: number): string {
  const operation = updates[balancer.kind];
  const pathParameters = new Map([[idParameters[balancer.kind], balancer.id]]);
  const { opcWorkRequestId } = operation.handler(
    controllerCall(api, { operation, pathParameters, body: { securityAttributes }, now: at }),
  );
  return opcWorkRequestId ?? "";
}

export function workRequestOf({ region }: ClusterApi, id: string): WorkRequestRecord | null {
  return region.workRequests.get(id)?.value ?? null;
}

function updateIn(operations: readonly Operation[], name: string): Operation {
  const found = operations.find((operation) => operation.name === name);
  if (found === undefined) throw new Error(`There is no operation ${name}`);
  return found;
}
