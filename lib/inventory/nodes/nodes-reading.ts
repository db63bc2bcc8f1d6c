import type { CoverageEntry, InRegion } from "@/lib/inventory/inventory";
import type { Instance } from "@/lib/oke/compute";
import type { NodePool } from "@/lib/oke/node-pool";
import type { NodeFacts } from "@/lib/oke/node-truth";
import type { AttachedVnic } from "@/lib/oke/node-vnics";
import type { UnpooledNodeKind } from "@/lib/oke/unpooled-node";

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
  readonly instance: Instance;
  readonly vnics: readonly AttachedVnic[] | null;
};

/** The nodes of one cluster that stand in no pool. */
export type UnpooledReading = Reading & { readonly nodes: readonly UnpooledNode[] };

/** One reading of nodes from its start to its end. */
export type NodesReading = {
  /** By the pools' OCIDs. */
  readonly pools: ReadonlyMap<string, PoolReading>;
  /** `null` when no cluster was asked for. */
  readonly unpooled: UnpooledReading | null;
};
