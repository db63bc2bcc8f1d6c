import { type MapNode, mapStateOf, type OuterKind } from "@/lib/oke/map/map-node";
import { type MapResource, mapResourceKinds, type MapResources } from "@/lib/oke/map/map-resource";
import { mapStates } from "@/lib/oke/map/map-words";
import type { CompiledWorld } from "@/lib/zpr/reach/compile-world";
import type { EndpointClass, FlowEnd } from "@/lib/zpr/reach/reach-end";
import type { ReachEndpoint } from "@/lib/zpr/reach/reach-world";

/** The worlds before and after a draft; both the same where there is none. */
export type MapWorlds = { readonly before: CompiledWorld; readonly after: CompiledWorld };

export type MapNodes = {
  /** In an order that does not depend on that of the answers of OCI. */
  readonly nodes: readonly MapNode[];
  /** The nodes into which an end of a flow falls. */
  readonly ofEnd: (end: FlowEnd, which: keyof MapWorlds) => readonly MapNode[];
  /** The ends outside that were asked for so far. */
  readonly outerNodes: () => readonly MapNode[];
};

export const clusterIdOfMatch = ({ cluster }: MapResource): string | null =>
  cluster.type === "part-of" || cluster.type === "matched" ? cluster.clusterId : null;

const byName = (a: MapResource, b: MapResource): number =>
  a.displayName === b.displayName ? (a.id < b.id ? -1 : 1) : a.displayName < b.displayName ? -1 : 1;

function resourceNode(resources: readonly MapResource[], isRead: boolean, isChanged: boolean): MapNode | null {
  const [first] = resources;
  if (first === undefined) return null;
  const ids = resources.map(({ id }) => id).toSorted();
  const states = resources.map((resource) => mapStateOf(resource, isRead));
  return {
    id: ids[0] ?? first.id,
    kind: first.kind,
    block: "",
    resources: resources.toSorted(byName),
    vcnId: first.kind === "vcn" ? first.id : first.vcnId,
    clusterId: clusterIdOfMatch(first),
    compartmentId: first.compartmentId,
    region: first.region,
    state: mapStates.find((state) => states.includes(state)) ?? "unknown",
    isChanged,
  };
}

/** The node of an end outside. Its id is the same in every world. */
export const outerNode = (kind: OuterKind, block: string): MapNode => ({
  id: block === "" ? kind : `address:${block}`,
  kind,
  block,
  resources: [],
  vcnId: null,
  clusterId: null,
  compartmentId: null,
  region: null,
  state: null,
  isChanged: false,
});

/** Numbers for classes, so that they can stand in keys. */
function numbering(): (end: EndpointClass | undefined) => number {
  const numbers = new Map<EndpointClass | undefined, number>();
  return (end) => {
    const number = numbers.get(end) ?? numbers.size;
    numbers.set(end, number);
    return number;
  };
}

type Alike = { readonly resources: MapResource[]; readonly endpoint: ReachEndpoint; readonly isChanged: boolean };

function alikeOf({ before, after }: MapWorlds, resources: MapResources): readonly Alike[] {
  const [beforeNumber, afterNumber] = [numbering(), numbering()];
  const found = new Map<string, Alike>();
  for (const endpoint of after.world.endpoints) {
    const resource = resources.get(endpoint.id);
    if (resource === undefined) continue;
    const [from, to] = [before.classOf.get(endpoint.id), after.classOf.get(endpoint.id)];
    const { kind, compartmentId, vcnId } = resource;
    const key = JSON.stringify([
      beforeNumber(from),
      afterNumber(to),
      kind,
      clusterIdOfMatch(resource),
      compartmentId,
      vcnId,
      // Of one whose VCN nobody knows no statement says anything: what it carries tells it apart.
      to === undefined ? endpoint.id : "",
    ]);
    const alike = found.get(key);
    if (alike === undefined) {
      found.set(key, { resources: [resource], endpoint, isChanged: from?.carried.text !== to?.carried.text });
    } else alike.resources.push(resource);
  }
  return [...found.values()];
}

/** The VCN before what is in it, what belongs to no cluster after the rest, an end outside last. */
const orderText = ({ kind, id, clusterId, resources: [first] }: MapNode): string =>
  first === undefined
    ? `1 ${id}`
    : `0 ${first.region} ${kind === "vcn" ? "" : (clusterId ?? "~")} ${mapResourceKinds.indexOf(first.kind)} ${first.displayName} ${id}`;

export const byOrder = (a: MapNode, b: MapNode): number => (orderText(a) < orderText(b) ? -1 : 1);

/**
 * Every endpoint and VCN of a world as nodes, those that stand alike as one.
 * @param resources what is known of each, by id; what is not among them is in no node
 */
export function mapNodesOf(worlds: MapWorlds, resources: MapResources): MapNodes {
  const nodes: MapNode[] = [];
  const byClass = { before: new Map<FlowEnd, MapNode[]>(), after: new Map<FlowEnd, MapNode[]>() };
  const push = (which: keyof MapWorlds, end: EndpointClass | undefined, node: MapNode) => {
    if (end === undefined) return;
    const known = byClass[which].get(end);
    if (known === undefined) byClass[which].set(end, [node]);
    else known.push(node);
  };
  for (const { resources: alike, endpoint, isChanged } of alikeOf(worlds, resources)) {
    const node = resourceNode(alike, endpoint.attributes !== null, isChanged);
    if (node === null) continue;
    nodes.push(node);
    push("before", worlds.before.classOf.get(endpoint.id), node);
    push("after", worlds.after.classOf.get(endpoint.id), node);
  }
  const earlier = new Map(worlds.before.world.vcns.map((vcn) => [vcn.id, vcn]));
  for (const vcn of worlds.after.world.vcns) {
    const resource = resources.get(vcn.id);
    const isChanged = JSON.stringify(earlier.get(vcn.id)?.attributes) !== JSON.stringify(vcn.attributes);
    const node = resource && resourceNode([resource], vcn.attributes !== null, isChanged);
    if (node) nodes.push(node);
  }
  const outer = new Map<string, readonly MapNode[]>();
  return {
    nodes: nodes.toSorted(byOrder),
    ofEnd(end, which) {
      if (end.kind === "class") return byClass[which].get(end) ?? [];
      const node = outerNode(end.kind, end.kind === "address" ? end.range.text : "");
      const known = outer.get(node.id) ?? [node];
      outer.set(node.id, known);
      return known;
    },
    outerNodes: () => [...outer.values()].flat(),
  };
}
