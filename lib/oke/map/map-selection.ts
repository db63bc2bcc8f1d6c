import type { MapFlow } from "@/lib/oke/map/map-flow";
import { groupIdOf } from "@/lib/oke/map/map-group";
import type { MapModel } from "@/lib/oke/map/map-model";
import type { MapNode } from "@/lib/oke/map/map-node";
import type { MapGrouping, MapMark } from "@/lib/oke/map/map-words";

/** What narrows a map. What is `null` narrows nothing. */
export type MapFilter = {
  readonly grouping: MapGrouping;
  /** Whether a node is meant itself. A flow is, when one of its ends is. */
  readonly isMeant: ((node: MapNode) => boolean) | null;
  /** Only what lies within so many flows of a node. */
  readonly near: { readonly nodeId: string; readonly hops: number } | null;
  /** Ids of groups. */
  readonly from: string | null;
  readonly to: string | null;
  readonly marks: readonly MapMark[] | null;
};

/** The part of a model that a filter leaves: the same for every view. */
export type MapSelection = { readonly nodes: readonly MapNode[]; readonly flows: readonly MapFlow[] };

/** The nodes that a walk along flows, in either direction, comes to in so many steps; the first one too. */
function within(flows: readonly MapFlow[], start: string, hops: number): ReadonlySet<string> {
  const neighbours = new Map<string, string[]>();
  const join = (a: string, b: string) => {
    const known = neighbours.get(a);
    if (known === undefined) neighbours.set(a, [b]);
    else known.push(b);
  };
  for (const { source, target } of flows) {
    join(source, target);
    join(target, source);
  }
  const found = new Set([start]);
  let edge = [start];
  for (let hop = 0; hop < hops; hop += 1) {
    edge = edge.flatMap((id) => neighbours.get(id) ?? []).filter((id) => !found.has(id));
    for (const id of edge) found.add(id);
  }
  return found;
}

/** What of a map a filter leaves. */
export function selectMap({ nodes, byId, flows }: MapModel, filter: MapFilter): MapSelection {
  const { grouping, isMeant, near, from, to, marks } = filter;
  const groupOf = (id: string) => {
    const node = byId.get(id);
    return node === undefined ? null : groupIdOf(node, grouping);
  };
  const meant = isMeant === null ? null : new Set(nodes.filter(isMeant).map(({ id }) => id));
  const reached = near === null ? null : within(flows, near.nodeId, near.hops);
  const left = flows.filter(
    ({ source, target, mark }) =>
      (meant === null || meant.has(source) || meant.has(target)) &&
      (reached === null || (reached.has(source) && reached.has(target))) &&
      (from === null || groupOf(source) === from) &&
      (to === null || groupOf(target) === to) &&
      (marks === null || marks.includes(mark)),
  );
  if (meant === null && reached === null && from === null && to === null && marks === null) {
    return { nodes, flows: left };
  }
  const ends = new Set(left.flatMap(({ source, target }) => [source, target]));
  // What narrows flows alone leaves the nodes that have one; what means nodes leaves these besides.
  const isOwn = ({ id }: MapNode) =>
    marks === null && from === null && to === null && (meant?.has(id) ?? true) && (reached?.has(id) ?? true);
  return { nodes: nodes.filter((node) => ends.has(node.id) || isOwn(node)), flows: left };
}
