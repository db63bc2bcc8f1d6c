import { ServiceError } from "@/emulator/core/errors";
import type { ClusterApi } from "@/emulator/kubernetes/cluster-api";
import { declaredIn, isSameDeclaration } from "@/emulator/kubernetes/controllers/declared";
import { recordEvent } from "@/emulator/kubernetes/controllers/events";
import {
  balancerOfService,
  updateBalancer,
  workRequestOf,
  type Balancer,
} from "@/emulator/kubernetes/controllers/load-balancers";
import { backoffMs, nextDue } from "@/emulator/kubernetes/controllers/pace";
import { services } from "@/emulator/kubernetes/resource-types";
import type { KubernetesObject } from "@/emulator/seed";

const annotation = "oci.oraclecloud.com/security-attributes";
const pollMs = 5000;

/** One change of one Service, until its load balancer has it or a newer change has come. */
type Ensuring = { readonly api: ClusterApi; readonly service: KubernetesObject; readonly attempt: number };

/**
 * The cloud controller manager sees a changed Service and, after a while, brings its load balancer in line. One that is
 * not changed is not looked at again.
 * https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengconfiguringloadbalancersnetworkloadbalancers-subtopic.htm
 */
export function ensureLater(api: ClusterApi, service: KubernetesObject): void {
  const { clock, settings } = api.tenancy;
  clock.at(clock.now() + settings.ensureMs, (due) => ensure({ api, service, attempt: 0 }, due));
}

function ensure(ensuring: Ensuring, due: number): void {
  const { api, service } = ensuring;
  const { clock, settings } = api.tenancy;
  if (isOvertaken(ensuring)) return;
  const balancer = balancerOfService(api, service.metadata.uid);
  if (balancer === null) return;
  // The real one leaves a load balancer alone while a work request is under way on it.
  if (!settings.hasCloudController || balancer.isBusy) {
    clock.at(nextDue(clock, due, pollMs), (later) => ensure(ensuring, later));
    return;
  }
  if (ensuring.attempt === 0) say(ensuring, "Normal", "EnsuringLoadBalancer", "Ensuring load balancer", due);
  const declared = declaredIn(service, annotation);
  if (declared.kind === "malformed") return fail(ensuring, declared.reason, due);
  if (declared.kind === "map") return apply(ensuring, balancer, declared.map, due);
  if (settings.annotationRemoval === "clear") return apply(ensuring, balancer, {}, due);
  return done(ensuring, due);
}

function apply(ensuring: Ensuring, balancer: Balancer, wanted: object, due: number): void {
  const { api } = ensuring;
  if (isSameDeclaration(balancer.securityAttributes, wanted)) return done(ensuring, due);
  try {
    const workRequestId = updateBalancer(api, balancer, wanted, due);
    const { acceptedMs, inProgressMs } = api.tenancy.settings;
    api.tenancy.clock.at(due + acceptedMs + inProgressMs, (later) => conclude(ensuring, workRequestId, later));
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    fail(
      ensuring,
      `Error returned by the service. Http Status Code: ${error.status}. Error Code: ${error.code}. Message: ${error.message}`,
      due,
    );
  }
}

function conclude(ensuring: Ensuring, workRequestId: string, due: number): void {
  const { api } = ensuring;
  const { clock } = api.tenancy;
  const record = workRequestOf(api, workRequestId);
  if (record?.status === "ACCEPTED" || record?.status === "IN_PROGRESS") {
    clock.at(nextDue(clock, due, 1000), (later) => conclude(ensuring, workRequestId, later));
  } else if (record?.status === "SUCCEEDED") done(ensuring, due);
  else fail(ensuring, `work request ${workRequestId} failed`, due);
}

function done(ensuring: Ensuring, due: number): void {
  say(ensuring, "Normal", "EnsuredLoadBalancer", "Ensured load balancer", due);
}

/** Says why, leaves the load balancer as it is, and tries again later. */
function fail(ensuring: Ensuring, reason: string, due: number): void {
  const { api, attempt } = ensuring;
  const { clock } = api.tenancy;
  const message = `Error syncing load balancer: failed to ensure load balancer: ${reason}`;
  say(ensuring, "Warning", "SyncLoadBalancerFailed", message, due);
  const again = nextDue(clock, due, backoffMs(attempt));
  clock.at(again, (later) => ensure({ ...ensuring, attempt: attempt + 1 }, later));
}

function say(ensuring: Ensuring, type: "Normal" | "Warning", reason: string, message: string, due: number): void {
  const { api, service } = ensuring;
  recordEvent(api, service, { type, reason, message, component: "service-controller" }, due);
}

function isOvertaken({ api, service }: Ensuring): boolean {
  const { name, namespace, resourceVersion } = service.metadata;
  return api.objects.get(services, namespace ?? null, name)?.metadata.resourceVersion !== resourceVersion;
}
