import { attributesOf } from "@/lib/oke/carried-attributes";
import type { MapNode } from "@/lib/oke/map/map-node";
import {
  type MapGrouping,
  type MapMark,
  mapMarks,
  type MapState,
  mapStates,
  type MarkCounts,
} from "@/lib/oke/map/map-words";

/** Ends that are no resource stand in a group of their own, whatever the grouping. */
export const outsideGroupId = "outside";
/** Resources of which it is not known, or that have none. */
export const noGroupId = "none";

export type MapGroup = {
  readonly id: string;
  readonly nodes: readonly MapNode[];
};

const attributesText = ({ resources: [first] }: MapNode): string =>
  first === undefined
    ? ""
    : [
        ...new Set(
          attributesOf(first).map(({ namespace, key, value, unreadable }) =>
            unreadable === null ? `${namespace}.${key}:${value}` : `${namespace}.${key} ${unreadable}`,
          ),
        ),
      ]
        .toSorted()
        .join(" ");

/** The id of the group of a node. */
export function groupIdOf(node: MapNode, grouping: MapGrouping): string {
  if (node.resources.length === 0) return outsideGroupId;
  switch (grouping) {
    case "vcn":
      return node.vcnId ?? noGroupId;
    case "cluster":
      return node.clusterId ?? noGroupId;
    case "compartment":
      return node.compartmentId ?? noGroupId;
    case "attributes":
      return attributesText(node) || noGroupId;
  }
}

/** Nodes by group, in the order in which the groups first appear; those outside last. */
export function groupsOf(nodes: readonly MapNode[], grouping: MapGrouping): readonly MapGroup[] {
  const groups = new Map<string, MapNode[]>();
  for (const node of nodes) {
    const id = groupIdOf(node, grouping);
    const group = groups.get(id);
    if (group === undefined) groups.set(id, [node]);
    else group.push(node);
  }
  return [...groups].map(([id, own]) => ({ id, nodes: own }));
}

/** What a group shows of its nodes: the worst; `null` where none has a state. */
export const worstState = (nodes: readonly Pick<MapNode, "state">[]): MapState | null =>
  mapStates.find((state) => nodes.some((node) => node.state === state)) ?? null;

/** How many of these have each mark. */
export function markCounts(flows: readonly { readonly mark: MapMark }[]): MarkCounts {
  const counts = new Map<MapMark, number>();
  for (const { mark } of flows) counts.set(mark, (counts.get(mark) ?? 0) + 1);
  return Object.fromEntries(mapMarks.flatMap((mark) => (counts.has(mark) ? [[mark, counts.get(mark)]] : [])));
}
