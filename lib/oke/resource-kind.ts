/** The surfaces of an OKE cluster that carry security attributes (and the VCN that locates every policy). */
export const resourceKinds = [
  "cluster-endpoint",
  "node-pool-primary-vnic",
  "node-pool-secondary-vnics",
  "load-balancer",
  "network-load-balancer",
  "mount-target",
  "vcn",
] as const;

export type ResourceKind = (typeof resourceKinds)[number];

export type ResourceKindFacts = {
  readonly label: string;
  readonly pluralLabel: string;
  /** The most security attributes the console lets a person put on one resource of this kind. */
  readonly cap: number;
  /** Above this many the service may refuse: Oracle's limits page gives a lower number than the OKE dialogs. */
  readonly warnAbove: number | null;
  /** When a change bites: at once (up to five minutes), or only on nodes launched afterwards. */
  readonly takesEffect: "now" | "new-nodes-only";
};

/**
 * Caps as data, one row a kind. Five for the cluster endpoint and node pools
 * (https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengusingzpr.htm); three for other resources and one
 * for a VCN on the newest limits page. The server's refusal always wins, and removal is never blocked by a cap.
 */
export const resourceKindFacts: Record<ResourceKind, ResourceKindFacts> = {
  "cluster-endpoint": {
    label: "Kubernetes API endpoint",
    pluralLabel: "Kubernetes API endpoints",
    cap: 5,
    warnAbove: null,
    takesEffect: "now",
  },
  "node-pool-primary-vnic": {
    label: "Node pool primary VNIC",
    pluralLabel: "Node pool primary VNICs",
    cap: 5,
    warnAbove: null,
    takesEffect: "new-nodes-only",
  },
  "node-pool-secondary-vnics": {
    label: "Node pool secondary VNICs",
    pluralLabel: "Node pool secondary VNICs",
    cap: 5,
    warnAbove: null,
    takesEffect: "new-nodes-only",
  },
  "load-balancer": { label: "Load balancer", pluralLabel: "Load balancers", cap: 5, warnAbove: 3, takesEffect: "now" },
  "network-load-balancer": {
    label: "Network load balancer",
    pluralLabel: "Network load balancers",
    cap: 5,
    warnAbove: 3,
    takesEffect: "now",
  },
  "mount-target": { label: "Mount target", pluralLabel: "Mount targets", cap: 5, warnAbove: 3, takesEffect: "now" },
  vcn: { label: "VCN", pluralLabel: "VCNs", cap: 1, warnAbove: null, takesEffect: "now" },
};
