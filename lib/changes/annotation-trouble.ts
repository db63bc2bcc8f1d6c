import "server-only";
import { troubleFrom } from "@/lib/changes/oci-trouble";
import type { Change } from "@/lib/contract/changes";
import { KubernetesRequestError } from "@/lib/kubernetes/kubernetes-error";

/** As `troubleFrom`, also of a call to a cluster's Kubernetes API. */
export function annotationTrouble(thrown: unknown): NonNullable<Change["error"]> {
  if (!(thrown instanceof KubernetesRequestError)) return troubleFrom(thrown);
  return { code: thrown.code, message: thrown.message, opcRequestId: null };
}

/** As `tryRead`, also for a read of the cluster: a failed one says nothing and gives `null`. */
export async function tryAsk<T>(read: () => Promise<T>): Promise<T | null> {
  try {
    return await read();
  } catch (error) {
    annotationTrouble(error);
    return null;
  }
}
