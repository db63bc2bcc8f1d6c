import "server-only";
import type { Inventory } from "@/lib/inventory/inventory";
import type { NodesReading, PoolReading, UnpooledReading } from "@/lib/inventory/nodes/nodes-reading";
import { startReadingNodes, type NodesJob, type NodesScope } from "@/lib/inventory/nodes/read-nodes";
import { backendSubnetsOf } from "@/lib/inventory/nodes/read-pod-addresses";
import type { OciContext } from "@/lib/oci/clients";
import type { Principal } from "@/lib/oci/principal";

/** What there is of one reading now: the last one that came to its end, and the one under way. */
export type ReadingView<T> = {
  readonly reading: T | null;
  readonly progress: { readonly startedAt: string; readonly done: number; readonly total: number } | null;
};

/** Which nodes are asked for. */
export type NodesOf = { readonly nodePoolId: string } | { readonly clusterId: string };

/**
 * What was read of nodes, one a principal. Their VNICs are no part of a pass over the tenancy: there may be thousands,
 * and each is a call. They are read when a person asks for them, behind what was read before.
 */
export type NodeReadings = {
  readonly pool: (principal: Principal, nodePoolId: string) => ReadingView<PoolReading>;
  /** The last reading of each pool whose nodes were read, by the pool's OCID. */
  readonly readPools: (principal: Principal) => ReadonlyMap<string, PoolReading>;
  readonly unpooled: (principal: Principal, clusterId: string) => ReadingView<UnpooledReading>;
  /** Starts a reading unless one of the same nodes is under way. `null` when the inventory has no such thing. */
  readonly start: (ociContext: OciContext, inventory: Inventory, nodes: NodesOf) => Promise<void> | null;
};

type Held = {
  readonly pools: Map<string, PoolReading>;
  readonly unpooled: Map<string, UnpooledReading>;
  jobs: readonly (NodesJob & { readonly ended: Promise<void> })[];
};

export type NodeReadingsOptions = {
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Gets each reading as soon as it is there: its pools are newer than those of the inventory. */
  readonly onRead: (principal: Principal, reading: NodesReading) => void;
};

function scopeOf(inventory: Inventory, nodes: NodesOf): NodesScope | null {
  const inCompartment = (pool: Inventory["nodePools"][number]) => ({
    ...pool,
    compartmentId:
      pool.compartmentId ?? inventory.clusters.find(({ id }) => id === pool.clusterId)?.compartmentId ?? "",
  });
  if ("nodePoolId" in nodes) {
    const pools = inventory.nodePools.filter(({ id }) => id === nodes.nodePoolId).map(inCompartment);
    return pools.length === 0
      ? null
      : { pools, cluster: null, compartmentIds: [], ownSubnetIds: null, backendSubnets: [] };
  }
  const cluster = inventory.clusters.find(({ id }) => id === nodes.clusterId);
  if (cluster === undefined) return null;
  return {
    pools: inventory.nodePools.filter(({ clusterId }) => clusterId === cluster.id).map(inCompartment),
    cluster,
    compartmentIds: inventory.compartments.map(({ id }) => id),
    ownSubnetIds: ownSubnetsOf(inventory, cluster),
    backendSubnets: backendSubnetsOf(inventory, cluster),
  };
}

/** Of a VCN in which another cluster was seen nothing tells whose an instance is. */
function ownSubnetsOf(
  { clusters, subnets, finishedAt }: Inventory,
  { id, vcnId }: Inventory["clusters"][number],
): ReadonlySet<string> | null {
  if (vcnId === null || finishedAt === null) return null;
  const isShared = clusters.some((each) => each.id !== id && each.vcnId === vcnId && each.lifecycleState !== "DELETED");
  if (isShared) return null;
  return new Set(subnets.filter((subnet) => subnet.vcnId === vcnId).map((subnet) => subnet.id));
}

const covers = (job: NodesJob, scope: NodesScope): boolean =>
  scope.pools.every(({ id }) => job.poolIds.has(id)) && (scope.cluster === null || job.clusterId === scope.cluster.id);

/** Makes the place where readings of nodes are kept. */
export function makeNodeReadings({ now, onRead }: NodeReadingsOptions): NodeReadings {
  const all = new Map<string, Held>();

  const heldFor = ({ cacheKey }: Principal): Held => {
    const held: Held = all.get(cacheKey) ?? { pools: new Map(), unpooled: new Map(), jobs: [] };
    all.set(cacheKey, held);
    return held;
  };

  const progressOf = (job: NodesJob | undefined) =>
    job === undefined ? null : { startedAt: job.startedAt, ...job.progress() };

  const keep = (held: Held, job: NodesJob, { pools, unpooled }: NodesReading): void => {
    for (const [id, reading] of pools) {
      const present = held.pools.get(id);
      if (present === undefined || present.readAt <= reading.readAt) held.pools.set(id, reading);
    }
    if (unpooled !== null && job.clusterId !== null) held.unpooled.set(job.clusterId, unpooled);
  };

  const follow = async (principal: Principal, held: Held, job: NodesJob): Promise<void> => {
    try {
      const reading = await job.done;
      keep(held, job, reading);
      onRead(principal, reading);
    } finally {
      held.jobs = held.jobs.filter(({ done }) => done !== job.done);
    }
  };

  return {
    pool(principal, nodePoolId) {
      const { pools, jobs } = heldFor(principal);
      return {
        reading: pools.get(nodePoolId) ?? null,
        progress: progressOf(jobs.find(({ poolIds }) => poolIds.has(nodePoolId))),
      };
    },
    readPools: (principal) => heldFor(principal).pools,
    unpooled(principal, clusterId) {
      const { unpooled, jobs } = heldFor(principal);
      return {
        reading: unpooled.get(clusterId) ?? null,
        progress: progressOf(jobs.find((job) => job.clusterId === clusterId)),
      };
    },
    start(ociContext, inventory, nodes) {
      const scope = scopeOf(inventory, nodes);
      if (scope === null) return null;
      const held = heldFor(ociContext.principal);
      const underWay = held.jobs.find((job) => covers(job, scope));
      if (underWay !== undefined) return underWay.ended;
      const job = startReadingNodes(ociContext, scope, now);
      const ended = follow(ociContext.principal, held, job);
      held.jobs = [...held.jobs, { ...job, ended }];
      return ended;
    },
  };
}
