import type * as containerengine from "oci-containerengine";
import type { Cluster } from "@/emulator/seeds/builders/cluster";
import type { Subnet } from "@/emulator/seeds/builders/network";
import type { SecurityAttributeMap } from "@/emulator/seeds/builders/security-attributes";
import type { Wire } from "@/emulator/wire";

export type NodePool = Wire<containerengine.models.NodePool>;

/** What a node has that its pool does not say: attributes of an earlier day, an edit by hand, a state of its own. */
export type NodeFacts = {
  /** On the primary VNIC, when other than the pool's. */
  readonly primary?: SecurityAttributeMap;
  /** On every secondary VNIC, when other than the pool's. */
  readonly secondary?: SecurityAttributeMap;
  readonly lifecycleState?: Wire<containerengine.models.Node>["lifecycleState"];
  readonly error?: string;
  readonly kubernetesVersion?: string;
  /** The secondary VNICs were never attached. */
  readonly hasNoSecondaryVnics?: boolean;
  /** One more VNIC that somebody attached by hand. */
  readonly extraVnic?: {
    readonly name: string;
    readonly subnet: Subnet;
    readonly securityAttributes?: SecurityAttributeMap;
  };
  readonly securityAttributesState?: "STABLE" | "UPDATING";
  /** ISO. A node that was launched before its pool was changed carries what the pool said then. */
  readonly launchedAt?: string;
  /** Private addresses for pods on each secondary VNIC; two when not said. */
  readonly podCount?: number;
};

export type SecondaryVnicFacts = {
  readonly displayName: string;
  readonly subnet: Subnet;
  readonly securityAttributes?: SecurityAttributeMap;
  readonly ipCount?: number;
  readonly applicationResources?: readonly string[];
};

/** How pods get onto the network: VNICs of their own, the fields that were there before those, or an overlay. */
export type PodNetwork =
  | { readonly kind: "secondary-vnics"; readonly vnics: readonly SecondaryVnicFacts[] }
  | { readonly kind: "legacy"; readonly podSubnets: readonly Subnet[]; readonly maxPodsPerNode: number }
  | { readonly kind: "flannel" };

export type NodePoolFacts = {
  readonly name: string;
  readonly cluster: Cluster;
  readonly compartmentId?: string;
  readonly subnet: Subnet;
  readonly kubernetesVersion?: string;
  readonly shape?: string;
  readonly labels?: { readonly [key: string]: string };
  /** What new nodes' primary VNICs shall carry. */
  readonly primary?: SecurityAttributeMap;
  readonly pods: PodNetwork;
  /** The nodes that run; each may carry other attributes than the pool says now. */
  readonly nodes: readonly NodeFacts[];
  readonly lifecycleState?: NodePool["lifecycleState"];
  readonly lifecycleDetails?: string;
  readonly freeformTags?: { readonly [key: string]: string };
};

/** `count` nodes of the same facts. */
export const times = (count: number, facts: NodeFacts = {}): readonly NodeFacts[] =>
  Array.from({ length: count }, () => facts);

/** Pods on secondary VNICs, as new pools have them. */
export const podsOn = (...vnics: readonly SecondaryVnicFacts[]): PodNetwork => ({ kind: "secondary-vnics", vnics });

/** One secondary VNIC for all pods of a node, which is what most pools have. */
export const podsIn = (subnet: Subnet, securityAttributes?: SecurityAttributeMap): PodNetwork =>
  podsOn({ displayName: "pods", subnet, ...(securityAttributes !== undefined && { securityAttributes }) });
