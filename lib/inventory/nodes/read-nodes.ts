import "server-only";
import type { CoverageScope, Inventory } from "@/lib/inventory/inventory";
import { makeLanes } from "@/lib/inventory/lanes";
import { makeLedger, type Ledger } from "@/lib/inventory/ledger";
import type { NodesReading, PoolReading } from "@/lib/inventory/nodes/nodes-reading";
import { readPodAddresses, type BackendSubnet } from "@/lib/inventory/nodes/read-pod-addresses";
import { readUnpooled } from "@/lib/inventory/nodes/read-unpooled";
import { costOf } from "@/lib/inventory/nodes/reading-cost";
import { makeVnicReader, type VnicReader } from "@/lib/inventory/nodes/vnic-reader";
import type { OciContext } from "@/lib/oci/clients";
import { listWorkRequests } from "@/lib/oci/list-work-requests";
import { getNodePool } from "@/lib/oci/node-pools";
import type { NodeFacts } from "@/lib/oke/node-truth";
import type { WorkRequest } from "@/lib/oke/work-request";

type Pool = Inventory["nodePools"][number];

/** Which nodes to read: those of some pools, and those of a cluster that stand in no pool. */
export type NodesScope = {
  readonly pools: readonly Pool[];
  readonly cluster: Inventory["clusters"][number] | null;
  /** Where nodes in no pool may be: OCI lists instances compartment by compartment. */
  readonly compartmentIds: readonly string[];
  /** The subnets of the cluster's VCN where no other cluster was seen in it; `null` otherwise. */
  readonly ownSubnetIds: ReadonlySet<string> | null;
  /** Where addresses of pods have to be looked up, to tell whose backends they are. */
  readonly backendSubnets: readonly BackendSubnet[];
};

/** A reading under way. */
export type NodesJob = {
  readonly startedAt: string;
  readonly poolIds: ReadonlySet<string>;
  readonly clusterId: string | null;
  readonly done: Promise<NodesReading>;
  readonly progress: () => { readonly done: number; readonly total: number };
};

/** What the parts of one reading share. */
export type NodesReader = {
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

async function readAll(reader: NodesReader, scope: NodesScope): Promise<NodesReading> {
  const pools = Promise.all(scope.pools.map(async (pool) => [pool.id, await readPool(reader, pool)] as const));
  const { cluster } = scope;
  if (cluster === null) return { pools: new Map(await pools), unpooled: null, podAddresses: null };
  const unpooled = await readUnpooled(reader, { ...scope, cluster }, pools.then(valuesOf));
  const read = await pools;
  const asked = { subnets: scope.backendSubnets, pools: valuesOf(read), unpooled };
  const { addresses, results } = await readPodAddresses(reader, cluster, asked);
  // A subnet that could not be read costs a match its sureness, and no count of nodes rests on it.
  const cost = results.map(({ entry }) => entry).filter(({ outcome }) => outcome === "read");
  return {
    pools: new Map(read),
    unpooled: { ...unpooled, coverage: [...unpooled.coverage, ...cost] },
    podAddresses: { clusterId: cluster.id, addresses },
  };
}

const valuesOf = <T>(entries: readonly (readonly [string, T])[]): readonly T[] => entries.map(([, value]) => value);

/** A pool has one work request at a time; while one is under way the change has not ended. */
function lastChangeMs(workRequests: readonly WorkRequest[], nowMs: number): number | null {
  const times = workRequests
    .filter(({ operationType }) => operationType.startsWith("NODEPOOL_"))
    .map(({ timeFinished }) => (timeFinished === null ? nowMs : Date.parse(timeFinished)))
    .filter((ms) => !Number.isNaN(ms));
  return times.length === 0 ? null : Math.max(...times);
}

async function readPool({ ociContext, ledger, vnics, readAt }: NodesReader, pool: Pool): Promise<PoolReading> {
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
