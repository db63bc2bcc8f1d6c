import "server-only";
import type { CoverageScope, Inventory } from "@/lib/inventory/inventory";
import { makeLanes } from "@/lib/inventory/lanes";
import { makeLedger, type Ledger } from "@/lib/inventory/ledger";
import type { NodesReading, PoolReading, UnpooledNode, UnpooledReading } from "@/lib/inventory/nodes/nodes-reading";
import { makeVnicReader, type VnicReader } from "@/lib/inventory/nodes/vnic-reader";
import type { ScopeResult } from "@/lib/inventory/scope-result";
import type { OciContext } from "@/lib/oci/clients";
import { listWorkRequests } from "@/lib/oci/list-work-requests";
import { getNodePool } from "@/lib/oci/node-pools";
import type { Instance } from "@/lib/oke/compute";
import type { NodeFacts } from "@/lib/oke/node-truth";
import { unpooledNodeKind } from "@/lib/oke/unpooled-node";
import type { WorkRequest } from "@/lib/oke/work-request";

type Pool = Inventory["nodePools"][number];

/** Which nodes to read: those of some pools, and those of a cluster that stand in no pool. */
export type NodesScope = {
  readonly pools: readonly Pool[];
  readonly cluster: Inventory["clusters"][number] | null;
  /** Where nodes in no pool may be: OCI lists instances compartment by compartment. */
  readonly compartmentIds: readonly string[];
};

/** A reading under way. */
export type NodesJob = {
  readonly startedAt: string;
  readonly poolIds: ReadonlySet<string>;
  readonly clusterId: string | null;
  readonly done: Promise<NodesReading>;
  readonly progress: () => { readonly done: number; readonly total: number };
};

type Reader = {
  readonly ociContext: OciContext;
  readonly ledger: Ledger;
  readonly vnics: VnicReader;
  readonly readAt: string;
};

/** Starts to read the VNICs of nodes, a few calls at a time beside those of the rest of the console. */
export function startReadingNodes(ociContext: OciContext, scope: NodesScope, now: () => number): NodesJob {
  // What failed is not known: a set that a VNIC once carried must not stand in for the present one.
  const ledger = makeLedger({ lanes: makeLanes(), now, previous: [] });
  const readAt = new Date(now()).toISOString();
  const reader = { ociContext, ledger, vnics: makeVnicReader(ociContext, ledger), readAt };
  return {
    startedAt: readAt,
    poolIds: new Set(scope.pools.map(({ id }) => id)),
    clusterId: scope.cluster?.id ?? null,
    done: readAll(reader, scope),
    progress: () => ({ done: ledger.results().length, total: ledger.scopes().length }),
  };
}

async function readAll(reader: Reader, scope: NodesScope): Promise<NodesReading> {
  const reads = scope.pools.map(async (pool) => [pool.id, await readPool(reader, pool)] as const);
  const [pools, unpooled] = await Promise.all([
    Promise.all(reads),
    scope.cluster === null ? null : readUnpooled(reader, scope, scope.cluster),
  ]);
  return { pools: new Map(pools), unpooled };
}

/** A pool has one work request at a time; while one is under way the change has not ended. */
function lastChangeMs(workRequests: readonly WorkRequest[], nowMs: number): number | null {
  const times = workRequests
    .filter(({ operationType }) => operationType.startsWith("NODEPOOL_"))
    .map(({ timeFinished }) => (timeFinished === null ? nowMs : Date.parse(timeFinished)))
    .filter((ms) => !Number.isNaN(ms));
  return times.length === 0 ? null : Math.max(...times);
}

async function readPool({ ociContext, ledger, vnics, readAt }: Reader, pool: Pool): Promise<PoolReading> {
  const { id, region } = pool;
  const place = { region, compartmentId: pool.compartmentId ?? "" };
  const scopeOf = (operation: string): CoverageScope => ({ operation, ...place, target: id });
  const attachments = vnics.attachmentsIn(place);
  const instances = vnics.instancesIn(place);
  const [poolRead, changes] = await Promise.all([
    ledger.read("containerengine", scopeOf("getNodePool"), async () => ({
      nodePoolWithNodes: { ...(await getNodePool(ociContext, { region, nodePoolId: id })).nodePool, region },
    })),
    ledger.read("containerengine", scopeOf("listWorkRequests"), async () => ({
      workRequests: await listWorkRequests(ociContext, {
        service: "containerengine",
        region,
        resourceId: id,
        compartmentId: place.compartmentId,
      }),
    })),
  ]);
  const fresh = poolRead.objects.nodePoolWithNodes ?? null;
  const nodeIds = (fresh?.nodes ?? []).flatMap((node) => node.id ?? []);
  const ofNodes = await vnics.readOf(place, nodeIds);
  const instanceOf = new Map(((await instances).objects.instances ?? []).map((each) => [each.id, each]));
  const results = [poolRead, changes, await attachments, await instances, ...ofNodes.results];
  return {
    ...costOf(readAt, results),
    pool: fresh,
    nodes:
      fresh?.nodes?.map((node): NodeFacts => ({
        node,
        instance: instanceOf.get(node.id ?? "") ?? null,
        vnics: node.id === null ? [] : ofNodes.vnicsOf(node.id),
      })) ?? null,
    lastChangeMs: lastChangeMs(changes.objects.workRequests ?? [], Date.parse(readAt)),
  };
}

async function readUnpooled(
  { vnics, readAt }: Reader,
  { pools, compartmentIds }: NodesScope,
  cluster: Inventory["clusters"][number],
): Promise<UnpooledReading> {
  const { region } = cluster;
  const pooled = new Set(pools.flatMap(({ nodes }) => (nodes ?? []).flatMap(({ id }) => id ?? [])));
  const perCompartment = await Promise.all(
    compartmentIds.map(async (compartmentId) => {
      const place = { region, compartmentId };
      const listed = await vnics.instancesIn(place);
      const found = (listed.objects.instances ?? []).flatMap((instance): readonly Found[] => {
        const kind = unpooledNodeKind(instance, cluster.id, pooled);
        return kind === null ? [] : [{ kind, instance }];
      });
      if (found.length === 0) return { nodes: [], results: [listed] };
      const ofNodes = await vnics.readOf(
        place,
        found.map(({ instance }) => instance.id),
      );
      const nodes = found.map((each): UnpooledNode => ({ ...each, vnics: ofNodes.vnicsOf(each.instance.id) }));
      return { nodes, results: [listed, await vnics.attachmentsIn(place), ...ofNodes.results] };
    }),
  );
  return {
    ...costOf(
      readAt,
      perCompartment.flatMap(({ results }) => results),
    ),
    nodes: perCompartment.flatMap(({ nodes }) => nodes),
  };
}

type Found = Pick<UnpooledNode, "kind"> & { readonly instance: Instance };

const costOf = (readAt: string, results: readonly ScopeResult[]) => ({
  readAt,
  coverage: results.map(({ entry }) => entry),
});
