import type { MapFlow } from "@/lib/oke/map/map-flow";
import { groupsOf, type MapGroup, markCounts } from "@/lib/oke/map/map-group";
import type { MapNode } from "@/lib/oke/map/map-node";
import type { MapSelection } from "@/lib/oke/map/map-selection";
import { type MapGrouping, mapStates, type MarkCounts } from "@/lib/oke/map/map-words";

/** At most so many nodes and groups are drawn; the others are in the table. */
export const mostDrawn = 300;

export type DrawnGroup = {
  readonly id: string;
  readonly isOpen: boolean;
  /** All of its nodes that are on the map, drawn or not. */
  readonly nodes: readonly MapNode[];
  /** Those that are drawn by themselves, in the order of the map. */
  readonly drawn: readonly MapNode[];
  /** Those of an open group for which there is no room. */
  readonly rest: readonly MapNode[];
};

/**
 * Flows between two things that are drawn: a node by its id, a closed group as `group:ID`, the rest of an open one as
 * `rest:ID`, and everything in groups for which there is no room as `rest:`.
 */
export type DrawnEdge = { readonly source: string; readonly target: string; readonly marks: MarkCounts };

export type MapDrawing = {
  readonly groups: readonly DrawnGroup[];
  /** Groups for which there is no room. */
  readonly restGroups: readonly MapGroup[];
  readonly edges: readonly DrawnEdge[];
  readonly drawnCount: number;
};

export type DrawingOptions = {
  readonly grouping: MapGrouping;
  /** Groups that are not as they are by themselves: open while all nodes have room, closed otherwise. */
  readonly toggled: ReadonlySet<string>;
  /** Is drawn in any case. */
  readonly focusId: string | null;
  readonly findingsOf: (node: MapNode) => number;
};

/** Picks the most consequential, which nothing hides, and leaves them in their order. */
function mostConsequential<T>(items: readonly T[], room: number, weightOf: (item: T) => number): readonly T[] {
  if (items.length <= room) return items;
  const ranked = items.toSorted((a, b) => weightOf(b) - weightOf(a)).slice(0, Math.max(0, room));
  const kept = new Set(ranked);
  return items.filter((item) => kept.has(item));
}

function weightFrom({ focusId, findingsOf }: DrawingOptions) {
  const stateWeight = (node: MapNode) => (node.state === null ? 0 : mapStates.length - mapStates.indexOf(node.state));
  return (node: MapNode): number =>
    node.id === focusId ? Number.POSITIVE_INFINITY : findingsOf(node) * mapStates.length + stateWeight(node);
}

function edgesOf(flows: readonly MapFlow[], drawnAs: (nodeId: string) => string): readonly DrawnEdge[] {
  const pairs = new Map<string, Map<string, MapFlow[]>>();
  for (const flow of flows) {
    const [source, target] = [drawnAs(flow.source), drawnAs(flow.target)];
    const targets = pairs.get(source) ?? new Map<string, MapFlow[]>();
    pairs.set(source, targets);
    const own = targets.get(target);
    if (own === undefined) targets.set(target, [flow]);
    else own.push(flow);
  }
  return [...pairs].flatMap(([source, targets]) =>
    [...targets].map(([target, own]) => ({ source, target, marks: markCounts(own) })),
  );
}

/** What of a selection is drawn, and as what: every flow of it is one of the edges. */
export function drawMap({ nodes, flows }: MapSelection, options: DrawingOptions): MapDrawing {
  const { grouping, toggled, focusId } = options;
  const weightOf = weightFrom(options);
  const all = groupsOf(nodes, grouping);
  const groupWeight = ({ nodes: own }: MapGroup) => Math.max(...own.map(weightOf));
  // Each group takes a place, and those without room take one together.
  const shown = mostConsequential(all, all.length > mostDrawn ? mostDrawn - 1 : mostDrawn, groupWeight);
  const isOpenByItself = nodes.length + all.length <= mostDrawn;
  let room = mostDrawn - shown.length - (all.length > shown.length ? 1 : 0);
  const groups = shown.map((group): DrawnGroup => {
    const isFocused = group.nodes.some(({ id }) => id === focusId);
    const isOpen = isFocused || toggled.has(group.id) !== isOpenByItself;
    if (!isOpen) return { ...group, isOpen, drawn: [], rest: [] };
    // The frame of an open group is its place; what is left over needs one more.
    const drawn = mostConsequential(group.nodes, room >= group.nodes.length ? room : room - 1, weightOf);
    const kept = new Set(drawn);
    const rest = group.nodes.filter((node) => !kept.has(node));
    room -= drawn.length + (rest.length > 0 ? 1 : 0);
    return { ...group, isOpen, drawn, rest };
  });
  const drawnAs = new Map<string, string>();
  for (const { id, isOpen, drawn, nodes: own } of groups) {
    for (const node of own) drawnAs.set(node.id, isOpen ? `rest:${id}` : `group:${id}`);
    for (const node of drawn) drawnAs.set(node.id, node.id);
  }
  return {
    groups,
    restGroups: all.filter(({ id }) => !groups.some((group) => group.id === id)),
    edges: edgesOf(flows, (id) => drawnAs.get(id) ?? "rest:"),
    drawnCount: groups.reduce(
      (sum, { isOpen, drawn, rest }) => sum + (isOpen ? drawn.length + Math.sign(rest.length) : 1),
      0,
    ),
  };
}
