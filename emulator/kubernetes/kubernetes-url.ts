import type { KubernetesListener } from "@/emulator/core/tenancy";

/** The `server:` of a cluster's kubeconfig. One listener serves all clusters, so that the path says which it is. */
export function kubernetesUrlOf(listener: KubernetesListener, tenancyId: string, clusterId: string): string {
  return `${listener.url}/${tenancyId}/${clusterId}`;
}
