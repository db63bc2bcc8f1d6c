import { attributesOf } from "@/lib/oke/carried-attributes";
import { found, type ReadinessFinding } from "@/lib/oke/readiness/readiness-check";
import type { ReadinessInput } from "@/lib/oke/readiness/readiness-input";

/** A limit of ZPR that matters once somebody relies on the attributes of pods. */
export function networkPoliciesCheck({ surfaces, times }: ReadinessInput): ReadinessFinding {
  const pods = surfaces.filter(
    (resource) => resource.kind === "node-pool-secondary-vnics" && attributesOf(resource).length > 0,
  );
  if (pods.length === 0) {
    return found("does-not-apply", "No pods of this cluster carry security attributes.", times.nodePools);
  }
  const names = pods.map(({ displayName }) => displayName).join(", ");
  const evidence = `Pods of ${names} carry security attributes. Whether Kubernetes network policies control them on one node, this console does not read.`;
  return found("unknown", evidence, times.nodePools, {
    text: "Write Kubernetes network policies for traffic between pods, wherever they run.",
    snippets: [{ title: "What there is", text: "kubectl get networkpolicies --all-namespaces" }],
  });
}

/** There is nothing to set and nothing to read: a block volume has no place for attributes. */
export const blockVolumesCheck = (): ReadinessFinding =>
  found("does-not-apply", "Block volumes carry no security attributes; nothing is read.", null);
