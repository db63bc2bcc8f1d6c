import "server-only";
import type { Inventory } from "@/lib/inventory/inventory";
import type { NodeListReading, PoolReading, UnpooledNode, UnpooledReading } from "@/lib/inventory/nodes/nodes-reading";
import type { NodesReader, NodesScope } from "@/lib/inventory/nodes/read-nodes";
import { costOf } from "@/lib/inventory/nodes/reading-cost";
import type { ScopeResult } from "@/lib/inventory/scope-result";
import { KubernetesRequestError } from "@/lib/kubernetes/kubernetes-error";
import { listNodes } from "@/lib/kubernetes/objects";
import type { OciContext } from "@/lib/oci/clients";
import { OciRequestError } from "@/lib/oci/errors";
import type { Instance } from "@/lib/oke/compute";
import type { KubernetesNode } from "@/lib/oke/kubernetes-objects";
import {
  instanceIdOfNode,
  isUntaggedKarpenter,
  unpooledNodeEvidence,
  unpooledNodeKind,
  type UnpooledNodeFacts,
} from "@/lib/oke/unpooled-node";

type Cluster = Inventory["clusters"][number];
type Scope = NodesScope & { readonly cluster: Cluster };

type NodeList = {
  readonly reading: NodeListReading;
  /** By the OCIDs of their instances. */
  readonly nodes: ReadonlyMap<string, KubernetesNode>;
};

/** What the cluster itself lists. Never throws for what the cluster does. */
async function readNodeList(ociContext: OciContext, cluster: Cluster): Promise<NodeList> {
  try {
    const { items, isComplete } = await listNodes(ociContext, cluster);
    const nodes = items.flatMap((node) => {
      const id = instanceIdOfNode(node);
      return id === null ? [] : [[id, node] as const];
    });
    return { reading: { state: "read", count: items.length, isComplete }, nodes: new Map(nodes) };
  } catch (thrown) {
    if (!(thrown instanceof KubernetesRequestError) && !(thrown instanceof OciRequestError)) throw thrown;
    return { reading: { state: "unread", code: thrown.code, message: thrown.message }, nodes: new Map() };
  }
}

/** A list that was cut says nothing of what it does not name. */
const listedIn = ({ reading, nodes }: NodeList): ReadonlySet<string> | null =>
  reading.state === "read" && (reading.isComplete || nodes.size > 0) ? new Set(nodes.keys()) : null;

type Compartment = { readonly compartmentId: string; readonly listed: ScopeResult };

/** Instances of Karpenter that no tag ties to a cluster and that stand in a subnet of this one's own VCN. */
async function aloneIn(
  { vnics }: NodesReader,
  { cluster: { region }, ownSubnetIds }: Scope,
  { compartmentId, listed }: Compartment,
): Promise<{ readonly ids: readonly string[]; readonly results: readonly ScopeResult[] }> {
  const candidates = new Set(
    (listed.objects.instances ?? []).filter((instance) => isUntaggedKarpenter(instance)).map(({ id }) => id),
  );
  if (ownSubnetIds === null || candidates.size === 0) return { ids: [], results: [] };
  const attached = await vnics.attachmentsIn({ region, compartmentId });
  const ids = (attached.objects.vnicAttachments ?? [])
    .filter(({ instanceId, subnetId }) => candidates.has(instanceId) && ownSubnetIds.has(subnetId ?? ""))
    .map(({ instanceId }) => instanceId);
  return { ids, results: [attached] };
}

type Asking = {
  readonly reader: NodesReader;
  readonly scope: Scope;
  readonly list: NodeList;
  readonly pooled: ReadonlySet<string>;
};

async function readCompartment({ reader, scope, list, pooled }: Asking, compartment: Compartment) {
  const { compartmentId, listed } = compartment;
  const place = { region: scope.cluster.region, compartmentId };
  const byList = listedIn(list);
  // With the cluster's own list in hand nothing has to be guessed.
  const alone = byList === null ? await aloneIn(reader, scope, compartment) : { ids: [], results: [] };
  const facts: UnpooledNodeFacts = {
    clusterId: scope.cluster.id,
    pooled,
    listed: byList,
    alone: new Set(alone.ids),
  };
  const found = (listed.objects.instances ?? []).flatMap((instance) => {
    const evidence = unpooledNodeEvidence(instance, facts);
    return evidence === null ? [] : [{ evidence, instance }];
  });
  if (found.length === 0) return { nodes: [], results: [listed, ...alone.results] };
  const ofNodes = await reader.vnics.readOf(
    place,
    found.map(({ instance }) => instance.id),
  );
  const nodes = found.map(({ evidence, instance }): UnpooledNode => {
    const node = list.nodes.get(instance.id) ?? null;
    const kind = unpooledNodeKind(instance, node);
    return { kind, evidence, instanceId: instance.id, instance, node, vnics: ofNodes.vnicsOf(instance.id) };
  });
  return { nodes, results: [listed, await reader.vnics.attachmentsIn(place), ...ofNodes.results] };
}

/** Nodes that the cluster lists and whose instances stand where nobody may look. */
const withoutInstance = (
  { nodes }: NodeList,
  known: ReadonlySet<string>,
  arePoolsRead: boolean,
): readonly UnpooledNode[] =>
  // Where a pool could not be read, such a Node may be one of its own.
  arePoolsRead
    ? [...nodes]
        .filter(([id]) => !known.has(id))
        .map(([instanceId, node]) => ({
          kind: unpooledNodeKind(null, node),
          evidence: "node-list",
          instanceId,
          instance: null,
          node,
          vnics: null,
        }))
    : [];

const idsOf = (nodes: readonly { readonly id: string | null }[] | null) => (nodes ?? []).flatMap(({ id }) => id ?? []);

/**
 * Reads the nodes of a cluster that stand in no pool: by the cluster's own list of Nodes where that can be read, by the
 * tags of instances besides.
 * @param poolReads the pools as this reading finds them: a node that was just launched is none of these
 */
export async function readUnpooled(
  reader: NodesReader,
  scope: Scope,
  poolReads: Promise<readonly PoolReading[]>,
): Promise<UnpooledReading> {
  const { ociContext, vnics, readAt } = reader;
  const { pools, cluster, compartmentIds } = scope;
  const { region } = cluster;
  const [list, compartments, readings] = await Promise.all([
    readNodeList(ociContext, cluster),
    Promise.all(
      compartmentIds.map(async (compartmentId): Promise<Compartment> => ({
        compartmentId,
        listed: await vnics.instancesIn({ region, compartmentId }),
      })),
    ),
    poolReads,
  ]);
  const pooled = new Set([
    ...pools.flatMap(({ nodes }) => idsOf(nodes)),
    ...readings.flatMap(({ pool }) => idsOf(pool?.nodes ?? null)),
  ]);
  const asking = { reader, scope, list, pooled };
  const perCompartment = await Promise.all(compartments.map((compartment) => readCompartment(asking, compartment)));
  const instances: readonly Instance[] = compartments.flatMap(({ listed }) => listed.objects.instances ?? []);
  const known = new Set([...pooled, ...instances.map(({ id }) => id)]);
  const arePoolsRead = readings.every(({ pool }) => pool?.nodes != null);
  return {
    ...costOf(
      readAt,
      perCompartment.flatMap(({ results }) => results),
    ),
    nodes: [...perCompartment.flatMap(({ nodes }) => nodes), ...withoutInstance(list, known, arePoolsRead)],
    nodeList: list.reading,
  };
}
