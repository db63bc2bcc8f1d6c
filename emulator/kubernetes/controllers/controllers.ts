import type { TenancyState } from "@/emulator/core/tenancy";
import type { ClusterApi } from "@/emulator/kubernetes/cluster-api";
import { ensureLater } from "@/emulator/kubernetes/controllers/cloud-controller";
import { reconcileLater, startResync } from "@/emulator/kubernetes/controllers/ingress-controller";
import { ingressClasses, services, type ResourceType } from "@/emulator/kubernetes/resource-types";
import type { KubernetesObject } from "@/emulator/seed";

/** Starts what the controllers of a new tenancy's clusters do by themselves, on the tenancy's clock. */
export function startControllers(tenancy: TenancyState): void {
  startResync(tenancy);
}

/** Tells the controllers that an object was changed. */
export function onStored(api: ClusterApi, type: ResourceType, object: KubernetesObject): void {
  if (type === services) ensureLater(api, object);
  if (type === ingressClasses) reconcileLater(api, object);
}
