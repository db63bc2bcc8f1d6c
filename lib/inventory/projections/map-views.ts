import type { MapGroupView, MapNodeView } from "@/lib/contract/map";
import type { Inventory } from "@/lib/inventory/inventory";
import type { Findings } from "@/lib/inventory/projections/findings";
import { indexOf } from "@/lib/inventory/projections/inventory-index";
import { attributeText } from "@/lib/inventory/projections/resource-attributes";
import { attributesOf } from "@/lib/oke/carried-attributes";
import { type FindingCounts, sumOfFindings } from "@/lib/oke/findings/finding";
import type { MapFlow } from "@/lib/oke/map/map-flow";
import { groupIdOf, type MapGroup, worstState } from "@/lib/oke/map/map-group";
import type { MapNode } from "@/lib/oke/map/map-node";
import type { MapGrouping, MapState } from "@/lib/oke/map/map-words";

/** A table is taken away as a file, which names all; a picture has no room for them. */
const mostResources = { graph: 50, table: 1_000, matrix: 50 } as const;

export const findingsOfNode = (findings: Findings, { resources }: Pick<MapNode, "resources">): FindingCounts =>
  sumOfFindings(resources.map(({ id }) => findings.ofResource(id)));

export const findingsOfNodes = (findings: Findings, nodes: readonly MapNode[]): FindingCounts =>
  sumOfFindings(nodes.map((node) => findingsOfNode(findings, node)));

export const resourceCountOf = (nodes: readonly MapNode[]): number =>
  nodes.reduce((sum, { resources }) => sum + resources.length, 0);

/** Resources by the state of their node. */
export function statesOf(nodes: readonly MapNode[]): Readonly<Record<MapState, number>> {
  const counts = { stale: 0, retired: 0, unknown: 0, unprotected: 0, protected: 0 };
  for (const { state, resources } of nodes) if (state !== null) counts[state] += resources.length;
  return counts;
}

/** What the first of alike resources carries stands for all of them. */
export const attributesOfNode = ({ resources: [first] }: MapNode) => (first === undefined ? [] : attributesOf(first));

const textsOf = (node: MapNode | undefined): readonly string[] =>
  node === undefined ? [] : attributesOfNode(node).map(attributeText);

type NodeContext = {
  readonly inventory: Inventory;
  readonly findings: Findings;
  readonly grouping: MapGrouping;
  readonly view: keyof typeof mostResources;
  readonly flowCounts: ReadonlyMap<string, number>;
};

export function nodeView(node: MapNode, { inventory, findings, grouping, view, flowCounts }: NodeContext): MapNodeView {
  const index = indexOf(inventory);
  const { id, kind, block, resources, region, vcnId, clusterId, state, isChanged } = node;
  return {
    id,
    kind,
    block,
    groupId: groupIdOf(node, grouping),
    resources: resources.slice(0, mostResources[view]).map((each) => ({ id: each.id, name: each.displayName })),
    resourceCount: resources.length,
    region,
    vcnName: vcnId === null ? null : (index.vcns.get(vcnId)?.displayName ?? vcnId),
    clusterName: clusterId === null ? null : (index.clusters.get(clusterId)?.name ?? clusterId),
    attributes: textsOf(node),
    state,
    findings: findingsOfNode(findings, node),
    isChanged,
    flowCount: flowCounts.get(id) ?? 0,
  };
}

/** How many flows begin or end at each node. */
export function flowCountsOf(flows: readonly MapFlow[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { source, target } of flows) {
    for (const id of new Set([source, target])) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

export function groupView(
  { id, nodes }: MapGroup,
  inventory: Inventory,
  findings: Findings,
  grouping: MapGrouping,
): MapGroupView {
  const index = indexOf(inventory);
  const [first] = nodes;
  const names: Record<MapGrouping, string | null | undefined> = {
    vcn: index.vcns.get(id)?.displayName,
    cluster: index.clusters.get(id)?.name,
    compartment: first?.compartmentId === id ? index.compartmentName(id) : undefined,
    attributes: undefined,
  };
  const regions = new Set(nodes.map(({ region }) => region));
  const own = grouping === "vcn" ? nodes.find(({ kind }) => kind === "vcn") : first;
  const isNamed = grouping === "attributes" || grouping === "vcn";
  return {
    id,
    name: names[grouping] ?? null,
    region: regions.size === 1 ? (first?.region ?? null) : null,
    attributes: isNamed ? textsOf(own) : [],
    resourceCount: resourceCountOf(nodes),
    nodeCount: nodes.length,
    state: worstState(nodes),
    states: statesOf(nodes),
    findings: findingsOfNodes(findings, nodes),
  };
}
