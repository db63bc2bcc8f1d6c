import type { Eligibility, NodePoolListItem } from "@/lib/contract/clusters";
import type { Completeness } from "@/lib/contract/page";

export type NodeListItem = {
  readonly id: string | null;
  readonly name: string;
  readonly lifecycleState: string;
  readonly kubernetesVersion: string | null;
  readonly privateIp: string | null;
  readonly availabilityDomain: string | null;
  readonly faultDomain: string | null;
};

/** `GET /api/node-pools/{id}` */
export type NodePoolDetail = {
  readonly nodePool: NodePoolListItem & { readonly region: string; readonly compartmentId: string; readonly compartmentName: string };
  readonly cluster: { readonly id: string; readonly name: string; readonly eligibility: Eligibility } | null;
  /** `null` when the node list could not be read; then the reason stands in `completeness`. */
  readonly nodes: readonly NodeListItem[] | null;
  readonly revision: number;
  readonly readAt: string;
  readonly completeness: Completeness;
};
