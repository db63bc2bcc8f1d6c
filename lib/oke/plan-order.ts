import type { ResourceKind } from "@/lib/oke/resource-kind";

/**
 * What an edit of each kind cuts off at the most, the least first: a node pool's running nodes keep their old set; a
 * mount target serves some pods; a load balancer one Service; the endpoint is the way into the whole cluster, which
 * the other edits may still need.
 */
const rank: Record<ResourceKind, number> = {
  "node-pool-secondary-vnics": 0,
  "node-pool-primary-vnic": 1,
  "mount-target": 2,
  "network-load-balancer": 3,
  "load-balancer": 4,
  "cluster-endpoint": 5,
  vcn: 6,
};

type Planned = { readonly resourceId: string; readonly kind: ResourceKind; readonly displayName: string };

/** The resources of a plan in a safe order; the first is the canary. The same resources always come in the same order. */
export const inPlanOrder = <T extends Planned>(steps: readonly T[]): readonly T[] =>
  steps.toSorted(
    (a, b) =>
      rank[a.kind] - rank[b.kind] ||
      (a.displayName < b.displayName ? -1 : a.displayName > b.displayName ? 1 : 0) ||
      (a.resourceId < b.resourceId ? -1 : 1),
  );
