import { clusterEligibility, type EligibilityReason, kubernetesVersionFrom } from "@/lib/oke/eligibility";
import { ociCommand } from "@/lib/oke/oci-command";
import { found, type ReadinessFinding } from "@/lib/oke/readiness/readiness-check";
import type { ReadinessInput } from "@/lib/oke/readiness/readiness-input";

const reasonOf = ({ cluster }: ReadinessInput, codes: readonly EligibilityReason["code"][]) =>
  clusterEligibility(cluster).reasons.find(({ code }) => codes.includes(code));

/** The endpoint must be integrated into a VCN of the customer. */
export function endpointCheck(input: ReadinessInput): ReadinessFinding {
  const { cluster, times, endpointSubnetName } = input;
  const reason = reasonOf(input, ["not-vcn-native"]);
  if (reason === undefined) {
    const address = cluster.endpoints?.privateEndpoint ?? null;
    const subnet = endpointSubnetName ?? cluster.endpointConfig?.subnetId ?? null;
    const where = subnet === null ? "a subnet that OCI does not name" : `subnet ${subnet}`;
    return found("pass", `The endpoint${address === null ? "" : ` ${address}`} is in ${where}.`, times.cluster);
  }
  return found(
    "fail",
    "OCI gives the cluster no endpoint configuration: its endpoint is not in a VCN.",
    times.cluster,
    {
      text: "Migrate the cluster to a VCN-native cluster. The migration takes about a quarter of an hour, and clients need a new kubeconfig afterwards.",
      snippets: [
        {
          title: "Migrate, with a subnet of the cluster's VCN",
          text: ociCommand("ce cluster cluster-migrate-to-native-vcn", {
            region: cluster.region,
            "cluster-id": cluster.id,
            "endpoint-config": { json: { subnetId: "<subnet-ocid>", isPublicIpEnabled: false } },
          }),
        },
      ],
    },
  );
}

/** Flannel is not supported, and no cluster changes its CNI plugin. */
export function cniCheck(input: ReadinessInput): ReadinessFinding {
  const { cluster, times } = input;
  const types = cluster.clusterPodNetworkOptions.map(({ cniType }) => cniType).join(", ");
  const reason = reasonOf(input, ["flannel", "unknown-cni"]);
  if (reason === undefined) return found("pass", `The cluster's pod networking is ${types}.`, times.cluster);
  if (reason.code === "unknown-cni") return found("unknown", reason.reason, times.cluster);
  return found("fail", `The cluster's pod networking is ${types}.`, times.cluster, {
    text: "Make a new cluster with the OCI VCN-Native Pod Networking CNI plugin and move the workloads to it.",
    snippets: [],
  });
}

const upgradeOf = (versions: readonly string[]): string | null =>
  versions.find((version) => {
    const parsed = kubernetesVersionFrom(version);
    return parsed !== null && (parsed.major > 1 || parsed.minor >= 32);
  }) ?? null;

/** The rule is about the control plane; node pools may lag behind. */
export function kubernetesVersionCheck(input: ReadinessInput): ReadinessFinding {
  const { cluster, times } = input;
  const reason = reasonOf(input, ["kubernetes-version", "unknown-version"]);
  if (reason === undefined) return found("pass", `The cluster runs ${cluster.kubernetesVersion}.`, times.cluster);
  if (reason.code === "unknown-version") return found("unknown", reason.reason, times.cluster);
  const upgrade = upgradeOf(cluster.availableKubernetesUpgrades);
  return found("fail", `The cluster runs ${cluster.kubernetesVersion}.`, times.cluster, {
    text:
      upgrade === null
        ? "Upgrade the control plane step by step; OCI lists no version from 1.32 on as the next one."
        : "Upgrade the control plane, then the node pools. It cannot be downgraded again.",
    snippets: [
      {
        title: "Upgrade the control plane",
        text: ociCommand("ce cluster update", {
          region: cluster.region,
          "cluster-id": cluster.id,
          "kubernetes-version": upgrade ?? cluster.availableKubernetesUpgrades[0] ?? "<kubernetes-version>",
        }),
      },
    ],
  });
}

/** No condition for attributes themselves: it decides how they come to running nodes. */
export function cyclingCheck({ cluster, nodePools, areNodePoolsComplete, times }: ReadinessInput): ReadinessFinding {
  if (nodePools.length === 0 && areNodePoolsComplete) {
    return found("does-not-apply", "The cluster has no managed node pool.", times.nodePools);
  }
  if (cluster.type === "ENHANCED_CLUSTER") return found("pass", "It is an enhanced cluster.", times.cluster);
  if (cluster.type !== "BASIC_CLUSTER") {
    return found("unknown", "OCI did not say whether the cluster is basic or enhanced.", times.cluster);
  }
  return found("fail", "It is a basic cluster: nodes are replaced one at a time.", times.cluster, {
    text: "Upgrade it to an enhanced cluster, which has its own price and cannot be undone, or replace the nodes one at a time.",
    snippets: [
      {
        title: "Upgrade to an enhanced cluster",
        text: ociCommand("ce cluster update", {
          region: cluster.region,
          "cluster-id": cluster.id,
          type: "ENHANCED_CLUSTER",
        }),
      },
    ],
  });
}
