import { memo } from "react";
import type { Layout } from "@/components/map/graph/layout";
import { MapGroupBox } from "@/components/map/graph/map-group-box";
import { type ItemProps, MapTile } from "@/components/map/graph/map-tile";
import { RestTile } from "@/components/map/graph/rest-tile";
import { nodesOf } from "@/components/map/use-map";
import type { MapAnswer } from "@/lib/contract/map";
import { mapMarks } from "@/lib/oke/map/map-words";

type Graph = Extract<MapAnswer["content"], { view: "graph" }>;

type MapItemsProps = Pick<ItemProps, "onActivate" | "onOpen" | "onPoint"> & {
  readonly answer: MapAnswer;
  readonly graph: Graph;
  readonly layout: Layout;
  readonly activeId: string | null;
  readonly focusId: string | null;
  /** What lines are drawn of, with what they lead to; the rest stands back. Empty: nothing does. */
  readonly lit: ReadonlySet<string>;
};

// Of hundreds of things a few change when another is pointed at.
const [Tile, GroupBox, Rest] = [memo(MapTile), memo(MapGroupBox), memo(RestTile)];

const flowCounts = new WeakMap<Graph, ReadonlyMap<string, number>>();

/** Flows that begin or end in each group, those within it once. */
function flowCountsOf(graph: Graph): ReadonlyMap<string, number> {
  const known = flowCounts.get(graph);
  if (known !== undefined) return known;
  const groupOf = new Map<string, string>();
  for (const { id, drawn } of graph.groups) {
    groupOf.set(`group:${id}`, id);
    groupOf.set(`rest:${id}`, id);
    for (const nodeId of drawn) groupOf.set(nodeId, id);
  }
  const counts = new Map<string, number>();
  for (const { source, target, marks } of graph.edges) {
    const count = mapMarks.reduce((sum, mark) => sum + (marks[mark] ?? 0), 0);
    for (const id of new Set([groupOf.get(source) ?? "", groupOf.get(target) ?? ""])) {
      counts.set(id, (counts.get(id) ?? 0) + count);
    }
  }
  flowCounts.set(graph, counts);
  return counts;
}

/** Everything of the graph but its lines: groups, then the tiles in them, in the order of the keyboard. */
export function MapItems({ answer, graph, layout, activeId, focusId, lit, ...acts }: MapItemsProps) {
  const nodes = nodesOf(answer);
  const views = new Map(answer.groups.map((group) => [group.id, group]));
  const drawn = new Map(graph.groups.map((group) => [group.id, group]));
  const counts = flowCountsOf(graph);
  const stateOf = (id: string) => ({
    isActive: id === activeId,
    isFocus: id === focusId,
    isFaint: lit.size > 0 && !lit.has(id),
    ...acts,
  });
  return layout.groups.map((place) => {
    const [group, own] = [views.get(place.id), drawn.get(place.id)];
    if (group === undefined || own === undefined) {
      return (
        <Rest
          key="rest:"
          id="rest:"
          place={place}
          count={graph.restGroups.count}
          what="groups"
          state={graph.restGroups.state}
          findings={graph.restGroups.findings}
          {...stateOf("rest:")}
        />
      );
    }
    return (
      <g key={place.id}>
        <GroupBox
          place={place}
          group={group}
          grouping={answer.group}
          flowCount={counts.get(place.id) ?? 0}
          {...stateOf(`group:${place.id}`)}
        />
        {place.tiles.map((tile) => {
          const node = nodes.get(tile.id);
          return node === undefined ? (
            <Rest
              key={tile.id}
              id={tile.id}
              place={tile}
              count={own.restCount}
              what="nodes"
              state={own.restState}
              findings={own.restFindings}
              {...stateOf(tile.id)}
            />
          ) : (
            <Tile key={tile.id} place={tile} node={node} {...stateOf(tile.id)} />
          );
        })}
      </g>
    );
  });
}
