import type { Cluster } from "@/lib/oke/cluster";
import type { NodePool } from "@/lib/oke/node-pool";

export const eligibilityReasonCodes = [
  "not-vcn-native",
  "flannel",
  "kubernetes-version",
  "unknown-cni",
  "unknown-version",
] as const;

export type EligibilityReason = { readonly code: (typeof eligibilityReasonCodes)[number]; readonly reason: string };

export const eligibilityStates = ["eligible", "not-eligible", "unknown"] as const;

/** Whether a cluster can use ZPR security attributes; `unknown` when what decides it could not be read. */
export type Eligibility = {
  readonly state: (typeof eligibilityStates)[number];
  readonly reasons: readonly EligibilityReason[];
};

/** What of a cluster decides whether it can use security attributes. */
export type EligibilityFacts = Pick<Cluster, "endpointConfig" | "clusterPodNetworkOptions" | "kubernetesVersion">;

const firstVersion = { major: 1, minor: 32 };

/** Takes `v1.31.1`, `1.32` or `v1.33.0-rc.1`; gives `null` for anything that does not begin as a version. */
export function kubernetesVersionFrom(
  text: string | null,
): { major: number; minor: number; patch: number | null } | null {
  const match = /^\s*v?(\d{1,4})\.(\d{1,4})(?:\.(\d{1,6}))?(?![\d.])/i.exec(text ?? "");
  if (!match) return null;
  return { major: Number(match[1]), minor: Number(match[2]), patch: match[3] === undefined ? null : Number(match[3]) };
}

const endpointReasons = (cluster: EligibilityFacts): readonly EligibilityReason[] =>
  cluster.endpointConfig === null
    ? [
        {
          code: "not-vcn-native",
          reason:
            "The Kubernetes API endpoint is not in a VCN of yours. Migrate the cluster to a VCN-native cluster first.",
        },
      ]
    : [];

const cniReasons = (cluster: EligibilityFacts): readonly EligibilityReason[] => {
  const types = cluster.clusterPodNetworkOptions.map((option) => option.cniType);
  if (types.includes("OCI_VCN_IP_NATIVE")) return [];
  if (types.includes("FLANNEL_OVERLAY")) {
    return [
      {
        code: "flannel",
        reason:
          "The cluster uses the flannel CNI plugin. Security attributes need the OCI VCN-Native Pod Networking CNI plugin, and a cluster keeps the CNI plugin it was created with.",
      },
    ];
  }
  return [{ code: "unknown-cni", reason: "OCI did not say which CNI plugin the cluster uses." }];
};

const versionReasons = (cluster: EligibilityFacts): readonly EligibilityReason[] => {
  const version = kubernetesVersionFrom(cluster.kubernetesVersion);
  if (version === null) {
    return [{ code: "unknown-version", reason: "OCI did not say which Kubernetes version the cluster runs." }];
  }
  const isNewEnough =
    version.major > firstVersion.major || (version.major === firstVersion.major && version.minor >= firstVersion.minor);
  if (isNewEnough) return [];
  return [
    {
      code: "kubernetes-version",
      reason: `The cluster runs Kubernetes ${version.major}.${version.minor}. Security attributes need 1.32 or later.`,
    },
  ];
};

const isUnknownReason = ({ code }: EligibilityReason) => code === "unknown-cni" || code === "unknown-version";

/**
 * Takes what was read of a cluster; gives whether it can use security attributes, with every reason against it. The
 * version of the CNI add-on matters too, but Oracle publishes no minimum: there OKE's refusal decides.
 * https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengusingzpr.htm
 */
export function clusterEligibility(cluster: EligibilityFacts): Eligibility {
  const reasons = [...endpointReasons(cluster), ...cniReasons(cluster), ...versionReasons(cluster)];
  if (reasons.some((reason) => !isUnknownReason(reason))) return { state: "not-eligible", reasons };
  return { state: reasons.length > 0 ? "unknown" : "eligible", reasons };
}

/** Why a virtual node pool shows no security attributes. */
export const virtualNodePoolReason = "Oracle does not support security attributes on virtual node pools.";

/**
 * Whether a pool was made with the older pod networking fields: it has no secondary VNICs of its own to put attributes
 * on, and adding them in place was reported to succeed without effect
 * (https://github.com/oracle/terraform-provider-oci/issues/2607).
 */
export function isLegacyNodePool(nodePool: Pick<NodePool, "nodeConfigDetails" | "secondaryVnics">): boolean {
  const options = nodePool.nodeConfigDetails?.nodePoolPodNetworkOptionDetails ?? null;
  if (options === null || nodePool.secondaryVnics.length > 0) return false;
  return options.podSubnetIds.length > 0 || options.maxPodsPerNode !== null;
}
