import { ServiceError } from "@/emulator/core/errors";
import type { TenancyState } from "@/emulator/core/tenancy";
import { clusterApisWith, type ClusterApi } from "@/emulator/kubernetes/cluster-api";
import { declaredIn, isSameDeclaration } from "@/emulator/kubernetes/controllers/declared";
import { recordEvent } from "@/emulator/kubernetes/controllers/events";
import { balancerWithId, updateBalancer } from "@/emulator/kubernetes/controllers/load-balancers";
import { nextDue } from "@/emulator/kubernetes/controllers/pace";
import { ingressClasses } from "@/emulator/kubernetes/resource-types";
import type { KubernetesObject } from "@/emulator/seed";

const prefix = "oci-native-ingress.oraclecloud.com";
const controllerName = "oci.oraclecloud.com/native-ingress-controller";

/**
 * The native ingress controller goes over all IngressClasses once a minute, whether they were changed or not, and so
 * undoes what was set on their load balancers directly.
 * https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengsettingupnativeingresscontroller-configuring.htm
 */
export function startResync(tenancy: TenancyState): void {
  const { clock } = tenancy;
  const hasIngressClasses = tenancy.regions.some(({ kubernetes, clusters }) =>
    clusters.list().some(({ id }) => kubernetes.objectsOf(id ?? "").list(ingressClasses).length > 0),
  );
  if (!hasIngressClasses) return;
  const run = (due: number) => {
    for (const api of clusterApisWith(tenancy, ingressClasses)) {
      for (const ingressClass of api.objects.list(ingressClasses)) reconcile(api, ingressClass, due);
    }
    clock.at(nextDue(clock, due, tenancy.settings.ingressResyncMs), run);
  };
  clock.at(clock.now() + tenancy.settings.ingressResyncMs, run);
}

/** A changed IngressClass is looked at without waiting for the minute. */
export function reconcileLater(api: ClusterApi, ingressClass: KubernetesObject): void {
  const { clock, settings } = api.tenancy;
  clock.at(clock.now() + settings.ensureMs, (due) => {
    const present = api.objects.get(ingressClasses, null, ingressClass.metadata.name);
    if (present !== null) reconcile(api, present, due);
  });
}

function reconcile(api: ClusterApi, ingressClass: KubernetesObject, due: number): void {
  const { settings } = api.tenancy;
  const id = ingressClass.metadata.annotations?.[`${prefix}/id`] ?? "";
  if (!settings.hasIngressController || controllerOf(ingressClass) !== controllerName) return;
  const balancer = balancerWithId(api, id);
  if (balancer === null || balancer.isBusy) return;
  const declared = declaredIn(ingressClass, `${prefix}/security-attributes`);
  if (declared.kind === "malformed") return fail(api, ingressClass, declared.reason, due);
  if (declared.kind === "nothing" && settings.annotationRemoval === "keep") return;
  const wanted = declared.kind === "map" ? declared.map : {};
  if (isSameDeclaration(balancer.securityAttributes, wanted)) return;
  try {
    updateBalancer(api, balancer, wanted, due);
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    fail(api, ingressClass, `${error.code}: ${error.message}`, due);
  }
}

function fail(api: ClusterApi, ingressClass: KubernetesObject, reason: string, due: number): void {
  const message = `Error reconciling IngressClass ${ingressClass.metadata.name}: ${reason}`;
  const happening = {
    type: "Warning",
    reason: "IngressClassReconcileFailed",
    message,
    component: "oci-native-ingress-controller",
  } as const;
  recordEvent(api, ingressClass, happening, due);
}

function controllerOf({ spec }: KubernetesObject): unknown {
  return typeof spec === "object" && spec !== null && "controller" in spec ? spec.controller : null;
}
