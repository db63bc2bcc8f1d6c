import type { CoverageEntry, InRegion } from "@/lib/inventory/inventory";
import type { Instance } from "@/lib/oke/compute";
import type { KubernetesNode } from "@/lib/oke/kubernetes-objects";
import type { PodAddress } from "@/lib/oke/match-index";
import type { NodePool } from "@/lib/oke/node-pool";
import type { NodeFacts } from "@/lib/oke/node-truth";
import type { AttachedVnic } from "@/lib/oke/node-vnics";
import type { UnpooledNodeEvidence, UnpooledNodeKind } from "@/lib/oke/unpooled-node";

/** What one reading asked, and what it could not read. */
type Reading = {
  /** When it began: nothing in it is older. */
  readonly readAt: string;
  /** A line for each list and get: what the reading cost. */
  readonly coverage: readonly CoverageEntry[];
};

/** The nodes of one pool with their VNICs. */
export type PoolReading = Reading & {
  /** As it was read with its nodes; `null` when that failed. */
  readonly pool: InRegion<NodePool> | null;
  readonly nodes: readonly NodeFacts[] | null;
  /** When the last change of the pool that OCI lists had ended, epoch milliseconds; `null` when none is listed. */
  readonly lastChangeMs: number | null;
};

/** A node that no pool makes. */
export type UnpooledNode = {
  readonly kind: UnpooledNodeKind;
  readonly evidence: UnpooledNodeEvidence;
  readonly instanceId: string;
  /** `null` where it is not among the instances that could be read. */
  readonly instance: Instance | null;
  /** What the cluster lists of it; `null` where it lists none, or the list could not be read. */
  readonly node: KubernetesNode | null;
  readonly vnics: readonly AttachedVnic[] | null;
};

/** How the cluster's own list of Nodes was read. Apart from the coverage: counts of node pools do not rest on it. */
export type NodeListReading =
  | { readonly state: "read"; readonly count: number; readonly isComplete: boolean }
  | { readonly state: "unread"; readonly code: string; readonly message: string };

/** The nodes of one cluster that stand in no pool. */
export type UnpooledReading = Reading & {
  readonly nodes: readonly UnpooledNode[];
  readonly nodeList: NodeListReading;
};

/** One reading of nodes from its start to its end. */
export type NodesReading = {
  /** By the pools' OCIDs. */
  readonly pools: ReadonlyMap<string, PoolReading>;
  /** `null` when no cluster was asked for. */
  readonly unpooled: UnpooledReading | null;
  /** Of the pods of the cluster's nodes, those addresses that load balancers have for backends; `null` as above. */
  readonly podAddresses: { readonly clusterId: string; readonly addresses: readonly PodAddress[] } | null;
};
