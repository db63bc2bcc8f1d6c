import type { ResourceKind } from "@/lib/oke/resource-kind";
import type { AssessedSecurityAttribute } from "@/lib/zpr/verdict-state";

/** How sure the console is that a load balancer or mount target belongs to a cluster (`lib/oke/match.ts`). */
export type MatchConfidence = "certain" | "strong" | "possible";

/** Why a resource stands under its cluster, or why under none. */
export type ClusterMatch =
  /** Part of the cluster by its own definition: endpoint and node pools. */
  | { readonly type: "part-of"; readonly clusterId: string }
  | {
      readonly type: "matched";
      readonly clusterId: string;
      readonly confidence: MatchConfidence;
      readonly evidence: string;
    }
  /** The evidence names a cluster that is not in the inventory: deleted, or not readable. */
  | { readonly type: "orphan"; readonly clusterId: string; readonly evidence: string }
  | { readonly type: "unmatched"; readonly evidence: string }
  /** Belongs to no cluster by its nature, as a VCN that any number of them may use. */
  | { readonly type: "shared"; readonly evidence: string };

/**
 * Where the setting lives and who writes it (Oracle's table in contengusingzpr.htm). Only `oke-api` and `resource`
 * are edited here; the others are owned by a Kubernetes manifest, which a controller would re-apply.
 */
export type SettingOwner =
  | { readonly type: "oke-api" }
  | { readonly type: "resource" }
  | { readonly type: "service-annotation"; readonly namespace: string | null; readonly name: string | null }
  | { readonly type: "ingress-class-annotation"; readonly name: string | null }
  | { readonly type: "storage-class-parameter" };

/** Whether one kind of edit is offered, and if not, why: the sentence stands on the disabled control. */
export type EditOffer =
  | { readonly offered: true }
  | {
      readonly offered: false;
      readonly code:
        | "not-vcn-native"
        | "flannel"
        | "kubernetes-version"
        | "legacy-pool"
        | "virtual-node-pool"
        | "owned-by-manifest"
        | "vcn"
        | "lifecycle-state"
        | "change-running"
        | "unreadable";
      readonly reason: string;
    };

/**
 * What may be done to a set. Removal stays possible where only adding is senseless: an ineligible cluster or an entry
 * that cannot be read must not keep a stale attribute in place. `add` also stands for changing a value.
 */
export type EditOffers = { readonly add: EditOffer; readonly remove: EditOffer };

/** One thing that can carry security attributes, with what it carries. JSON-safe: this goes to the browser as it is. */
export type ProtectedResource = {
  /** The OCID, or `<OCID>:primary-vnic` and `<OCID>:secondary-vnics` for the two surfaces of a node pool. */
  readonly id: string;
  readonly ocid: string;
  readonly kind: ResourceKind;
  readonly displayName: string;
  readonly region: string;
  readonly compartmentId: string;
  readonly vcnId: string | null;
  readonly lifecycleState: string;
  readonly cluster: ClusterMatch;
  readonly owner: SettingOwner;
  /** The set that the resource carries; for secondary VNICs that disagree, the set of the first. */
  readonly securityAttributes: readonly AssessedSecurityAttribute[];
  /**
   * Only for secondary VNICs whose sets differ, which Oracle forbids: each VNIC with its own set, in the pool's order.
   * `null` when they agree or for any other kind.
   */
  readonly differingVnics:
    | readonly { readonly displayName: string; readonly securityAttributes: readonly AssessedSecurityAttribute[] }[]
    | null;
  readonly edit: EditOffers;
};

/** One fresh read of one resource: what an edit is based on. */
export type FreshResource = {
  readonly resource: ProtectedResource;
  readonly etag: string;
  readonly readAt: string;
};
