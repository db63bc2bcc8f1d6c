import type { Instance } from "@/lib/oke/compute";
import { isClusterSystemTag } from "@/lib/oke/setting-owner";

/** A node that no node pool makes. */
export type UnpooledNodeKind = "self-managed" | "karpenter";

export const unpooledNodeReasons: Readonly<Record<UnpooledNodeKind, string>> = {
  "self-managed":
    "Read only: a self-managed node has no node pool to edit. Its attributes are given when its instance is created.",
  karpenter:
    "Read only: Karpenter makes this node from its OCINodeClass, which cannot hold a security attribute's value and mode.",
};

const gone: readonly string[] = ["TERMINATED", "TERMINATING"];

const nodePoolTag = ({ systemTags }: Instance) =>
  systemTags.some(({ namespace, key }) => namespace === "orcl-containerengine" && key === "NodePool");

const clusterIdsOf = ({ systemTags, definedTags }: Instance): readonly string[] => [
  ...systemTags.filter(isClusterSystemTag).map(({ value }) => value),
  ...definedTags.filter(({ value }) => value.startsWith("ocid1.cluster.")).map(({ value }) => value),
];

/**
 * What makes an instance a node of this cluster that stands in no pool; `null` when it is none. OKE lists such nodes
 * nowhere: tags tell. https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengworkingwithselfmanagednodes.htm
 * @param pooled the instances of the node pools, whatever their tags say
 */
export function unpooledNodeKind(
  instance: Instance,
  clusterId: string,
  pooled: ReadonlySet<string>,
): UnpooledNodeKind | null {
  if (gone.includes(instance.lifecycleState) || nodePoolTag(instance) || pooled.has(instance.id)) return null;
  if (!clusterIdsOf(instance).includes(clusterId)) return null;
  return instance.freeformTags.some(({ key }) => key === "KarpenterNodePool") ? "karpenter" : "self-managed";
}
