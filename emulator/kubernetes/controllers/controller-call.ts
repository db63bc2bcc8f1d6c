import type { Call } from "@/emulator/core/call";
import type { ClusterApi } from "@/emulator/kubernetes/cluster-api";

/** A call by the cluster itself: nothing is hidden from it, and no fault strikes it. */
export function controllerCall(
  { tenancy, region, cluster }: ClusterApi,
  call: Pick<Call, "operation" | "pathParameters" | "body" | "now">,
): Call {
  return {
    ...call,
    tenancy,
    region,
    user: {
      name: "cluster",
      ocid: cluster.id,
      hiddenCompartmentIds: [],
      hiddenNamespaceIds: [],
      unusableNamespaceIds: [],
      refusedOperations: [],
      kubernetesRefusals: [],
    },
    query: new URLSearchParams(),
    ifMatch: null,
    isDryRun: false,
    faults: [],
  };
}
