import type { Instance } from "@/lib/oke/compute";
import type { KubernetesNode } from "@/lib/oke/kubernetes-objects";
import { isClusterSystemTag } from "@/lib/oke/setting-owner";

/** A node that no node pool makes. */
export const unpooledNodeKinds = ["self-managed", "karpenter"] as const;
export type UnpooledNodeKind = (typeof unpooledNodeKinds)[number];

export const unpooledNodeReasons: Readonly<Record<UnpooledNodeKind, string>> = {
  "self-managed":
    "Read only: a self-managed node has no node pool to edit; its attributes are given when its instance is created.",
  karpenter:
    "Read only: Karpenter makes these nodes from an OCINodeClass, which cannot hold a security attribute's value and mode.",
};

/** By what a node is known to be of a cluster. */
export const unpooledNodeEvidences = [
  /** The cluster's own list of Nodes names its instance: exact. */
  "node-list",
  /** A tag of its instance names the cluster. */
  "cluster-tag",
  /** Karpenter's tag on an instance in a VCN in which no other cluster was seen: possible, no more. */
  "sole-cluster-of-vcn",
] as const;
export type UnpooledNodeEvidence = (typeof unpooledNodeEvidences)[number];

const gone: readonly string[] = ["TERMINATED", "TERMINATING"];

const nodePoolTag = ({ systemTags }: Instance) =>
  systemTags.some(({ namespace, key }) => namespace === "orcl-containerengine" && key === "NodePool");

const clusterIdsOf = ({ systemTags, definedTags }: Instance): readonly string[] => [
  ...systemTags.filter(isClusterSystemTag).map(({ value }) => value),
  ...definedTags.filter(({ value }) => value.startsWith("ocid1.cluster.")).map(({ value }) => value),
];

/** https://github.com/oracle/karpenter-provider-oci tags what it makes with its own names. */
const isOfKarpenter = ({ freeformTags }: Instance) =>
  freeformTags.some(({ key }) => key === "KarpenterNodePool" || key === "KarpenterNodeClass");

/** Whether Karpenter made the instance and nothing on it names a cluster, so that only where it stands can tell. */
export const isUntaggedKarpenter = (instance: Instance): boolean =>
  isOfKarpenter(instance) && clusterIdsOf(instance).length === 0 && !gone.includes(instance.lifecycleState);

export const unpooledNodeKind = (
  instance: Instance | null,
  node: Pick<KubernetesNode, "isKarpenter"> | null,
): UnpooledNodeKind =>
  (instance !== null && isOfKarpenter(instance)) || node?.isKarpenter === true ? "karpenter" : "self-managed";

/** The instance behind a Node; `null` for a virtual node, and where the cloud controller has not named one. */
export function instanceIdOfNode({ providerId }: Pick<KubernetesNode, "providerId">): string | null {
  const id = providerId?.replace(/^oci:\/\//u, "") ?? "";
  return id.startsWith("ocid1.instance.") ? id : null;
}

/** What a cluster's nodes are told by. */
export type UnpooledNodeFacts = {
  readonly clusterId: string;
  /** The instances of the node pools, whatever their tags say. */
  readonly pooled: ReadonlySet<string>;
  /** The instances that the cluster's Node list names; `null` where it could not be read. */
  readonly listed: ReadonlySet<string> | null;
  /** Instances of Karpenter without a cluster's tag whose VCN holds this cluster alone. */
  readonly alone: ReadonlySet<string>;
};

/**
 * By what an instance is a node of the cluster that stands in no pool; `null` when it is none. OKE lists such nodes
 * nowhere: the cluster itself does, and where it cannot be asked tags tell.
 * https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengworkingwithselfmanagednodes.htm
 */
export function unpooledNodeEvidence(
  instance: Instance,
  { clusterId, pooled, listed, alone }: UnpooledNodeFacts,
): UnpooledNodeEvidence | null {
  if (gone.includes(instance.lifecycleState) || nodePoolTag(instance) || pooled.has(instance.id)) return null;
  if (listed?.has(instance.id) === true) return "node-list";
  if (clusterIdsOf(instance).includes(clusterId)) return "cluster-tag";
  // A list that was read and does not name it says that it is another cluster's.
  return listed === null && alone.has(instance.id) ? "sole-cluster-of-vcn" : null;
}
