import type { VerdictCounts } from "@/lib/contract/counts";
import type { Completeness } from "@/lib/contract/page";
import type { ProtectedResource } from "@/lib/oke/protected-resource";
import type { AssessedSecurityAttribute } from "@/lib/zpr/attribute-verdict";

export type EligibilityReason = {
  readonly code: "not-vcn-native" | "flannel" | "kubernetes-version" | "unknown-cni" | "unknown-version";
  readonly reason: string;
};

/** Whether a cluster can use ZPR security attributes; `unknown` when what decides it could not be read. */
export type Eligibility = { readonly state: "eligible" | "not-eligible" | "unknown"; readonly reasons: readonly EligibilityReason[] };

/** One row of `GET /api/clusters`. */
export type ClusterListItem = {
  readonly id: string;
  readonly name: string;
  readonly region: string;
  readonly compartmentId: string;
  readonly compartmentName: string;
  readonly kubernetesVersion: string | null;
  readonly type: string;
  readonly lifecycleState: string;
  readonly endpoint: "public" | "private" | "not-vcn-native";
  readonly cniType: string | null;
  readonly eligibility: Eligibility;
  readonly endpointSecurityAttributes: readonly AssessedSecurityAttribute[];
  readonly nodePoolCount: number;
  readonly virtualNodePoolCount: number;
  /** Surfaces of this cluster: how many carry attributes, of how many. */
  readonly protectedResourceCount: number;
  readonly resourceCount: number;
  readonly verdicts: VerdictCounts;
  readonly timeCreated: string | null;
};

export type NodePoolListItem = {
  readonly id: string;
  readonly name: string;
  readonly kubernetesVersion: string | null;
  readonly nodeShape: string | null;
  readonly lifecycleState: string;
  readonly isLegacy: boolean;
  /** `null` when the node list could not be read. */
  readonly nodeCount: number | null;
  readonly size: number | null;
  readonly primary: ProtectedResource;
  readonly secondary: ProtectedResource;
  readonly secondaryVnicCount: number;
  readonly verdicts: VerdictCounts;
};

export type VirtualNodePoolListItem = {
  readonly id: string;
  readonly name: string;
  readonly kubernetesVersion: string | null;
  readonly lifecycleState: string;
  /** Why it has no security attributes. */
  readonly reason: string;
};

/** `GET /api/clusters/{id}`: the cluster with every surface of it on one page. */
export type ClusterDetail = {
  readonly cluster: ClusterListItem & {
    readonly vcnId: string | null;
    readonly vcnName: string | null;
    readonly vcnSecurityAttributes: readonly AssessedSecurityAttribute[] | null;
    readonly privateEndpoint: string | null;
    readonly publicEndpoint: string | null;
  };
  readonly endpoint: ProtectedResource;
  readonly nodePools: readonly NodePoolListItem[];
  readonly virtualNodePools: readonly VirtualNodePoolListItem[];
  /** Load balancers, network load balancers and mount targets that stand under this cluster, surest first. */
  readonly services: readonly ProtectedResource[];
  readonly revision: number;
  readonly readAt: string;
  readonly completeness: Completeness;
};
