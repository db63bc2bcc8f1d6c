export const readinessStates = ["pass", "fail", "unknown", "does-not-apply"] as const;
export type ReadinessState = (typeof readinessStates)[number];

export const readinessCodes = [
  "vcn-native-endpoint",
  "vcn-native-cni",
  "cni-add-on-version",
  "kubernetes-version",
  "node-pool-kinds",
  "zpr-enabled",
  "vcn-attribute",
  "namespaces",
  "zpr-policies",
  "node-join",
  "iam-user",
  "iam-cluster",
  "iam-node-pools",
  "iam-controllers",
  "cycling",
  "network-policies",
  "block-volumes",
] as const;
export type ReadinessCode = (typeof readinessCodes)[number];

/** Something to paste: a command or statements. */
export type RemedySnippet = { readonly title: string; readonly text: string };

export type Remedy = { readonly text: string; readonly snippets: readonly RemedySnippet[] };

/** What one check found. */
export type ReadinessFinding = {
  readonly state: ReadinessState;
  /** What was read, in one or two sentences with real names. */
  readonly evidence: string;
  /** When that was read; `null` where nothing needs to be read. */
  readonly readAt: string | null;
  /** `null` when there is nothing to do, or nothing that can be said. */
  readonly remedy: Remedy | null;
  /** It depends on something that only the cluster's own page reads, and that has not been read. */
  readonly isNotChecked: boolean;
};

/** One prerequisite of Oracle's page on ZPR with OKE, held against one cluster. */
export type ReadinessCheck = ReadinessFinding & {
  readonly code: ReadinessCode;
  readonly title: string;
  /** Why it matters. */
  readonly why: string;
};

/** How many checks have each outcome; `notChecked` are those that only the cluster's own page reads. */
export type ReadinessCounts = {
  readonly pass: number;
  readonly fail: number;
  readonly unknown: number;
  readonly doesNotApply: number;
  readonly notChecked: number;
};

const words: Record<ReadinessCode, { readonly title: string; readonly why: string }> = {
  "vcn-native-endpoint": {
    title: "Kubernetes API endpoint in a VCN of yours",
    why: "Security attributes go on VNICs. An endpoint that is not integrated into your VCN has none that you could put them on.",
  },
  "vcn-native-cni": {
    title: "OCI VCN-Native Pod Networking CNI plugin",
    why: "Only with this plugin do pods have VNICs of their own. A cluster keeps the CNI plugin it was created with.",
  },
  "cni-add-on-version": {
    title: "Version of the CNI add-on",
    why: "Where the add-on is too old, OKE refuses the attributes, or new nodes fail before their instance exists. Oracle publishes no minimum.",
  },
  "kubernetes-version": {
    title: "Kubernetes 1.32 or later",
    why: "OKE accepts security attributes from Kubernetes 1.32 on.",
  },
  "node-pool-kinds": {
    title: "Node pools that can carry attributes",
    why: "Managed node pools and self-managed nodes can; virtual node pools cannot, and a pool made with the older pod networking has no place for the attributes of pods.",
  },
  "zpr-enabled": {
    title: "ZPR enabled in the tenancy",
    why: "Without it there are no security attributes and no ZPR policies. Enabling it changes nothing for what carries no attribute; it cannot be disabled again.",
  },
  "vcn-attribute": {
    title: "VCN carries a security attribute",
    why: "Every ZPR policy statement names the VCN it applies in by an attribute of the VCN. In a VCN without one, no statement allows anything.",
  },
  namespaces: {
    title: "Security attribute namespaces exist and are in use",
    why: "An attribute whose namespace or definition is retired, being deleted or gone is refused when it is set, and can keep new nodes from starting.",
  },
  "zpr-policies": {
    title: "ZPR policies name what the cluster carries",
    why: "A resource with an attribute exchanges only the traffic that a ZPR policy allows. The same attribute on two resources allows nothing by itself.",
  },
  "node-join": {
    title: "ZPR policies let nodes join",
    why: "Nodes with attributes on their primary VNIC join the cluster only where three statements allow it. Without them a replaced node does not come back.",
  },
  "iam-user": {
    title: "Your group may use the namespaces",
    why: "Without it the console and Oracle's own Console do not show the namespace, and every attempt to set an attribute fails.",
  },
  "iam-cluster": {
    title: "The cluster may use the namespaces",
    why: "OKE puts the attributes on resources in the cluster's own name.",
  },
  "iam-node-pools": {
    title: "Node pools may manage the namespaces",
    why: "Attributes of nodes are set in the node pool's own name when a node starts.",
  },
  "iam-controllers": {
    title: "Controllers may set attributes",
    why: "The cloud controller manager, the native ingress controller and the CSI volume plugin set the attributes of what they make, and fail without permission.",
  },
  cycling: {
    title: "Enhanced cluster, to replace nodes by cycling",
    why: "A node pool's attributes reach new nodes only. Enhanced clusters replace nodes for you; on a basic cluster they are replaced one at a time.",
  },
  "network-policies": {
    title: "Pods on the same node",
    why: "ZPR does not enforce traffic between pods on one worker node and does not replace Kubernetes network policies.",
  },
  "block-volumes": {
    title: "Block volumes",
    why: "ZPR covers persistent volumes of File Storage, through their mount targets, and not those of Block Volume.",
  },
};

/** A finding with the words of its check. */
export const readinessCheck = (code: ReadinessCode, finding: ReadinessFinding): ReadinessCheck => ({
  code,
  ...words[code],
  ...finding,
});

/** The usual finding: something was read, and needs nothing done. */
export const found = (
  state: ReadinessState,
  evidence: string,
  readAt: string | null,
  remedy: Remedy | null = null,
): ReadinessFinding => ({ state, evidence, readAt, remedy, isNotChecked: false });

/** How the checks of one cluster came out. */
export function readinessCounts(checks: readonly Pick<ReadinessCheck, "state" | "isNotChecked">[]): ReadinessCounts {
  const count = (state: ReadinessState) => checks.filter((each) => each.state === state && !each.isNotChecked).length;
  return {
    pass: count("pass"),
    fail: count("fail"),
    unknown: count("unknown"),
    doesNotApply: count("does-not-apply"),
    notChecked: checks.filter(({ isNotChecked }) => isNotChecked).length,
  };
}
