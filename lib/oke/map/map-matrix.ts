import type { MapFlow } from "@/lib/oke/map/map-flow";
import { groupIdOf, markCounts } from "@/lib/oke/map/map-group";
import type { MapModel } from "@/lib/oke/map/map-model";
import type { MapSelection } from "@/lib/oke/map/map-selection";
import type { MapGrouping, MarkCounts } from "@/lib/oke/map/map-words";

/** A matrix has at most so many rows and columns; the groups with the fewest flows share the last. */
export const mostAxes = 60;

/** A row or column: a group, or with `null` all for which there is no room. */
export type MatrixAxis = { readonly groupId: string | null; readonly groupCount: number; readonly flowCount: number };

export type MatrixCell = {
  readonly row: number;
  readonly column: number;
  readonly flowCount: number;
  readonly marks: MarkCounts;
};

export type MapMatrix = {
  /** Groups that flows come from. */
  readonly rows: readonly MatrixAxis[];
  /** Groups that they go to. */
  readonly columns: readonly MatrixAxis[];
  /** Those that hold a flow; together they hold every one. */
  readonly cells: readonly MatrixCell[];
};

function axesOf(groupIds: readonly string[], order: ReadonlyMap<string, number>) {
  const counts = new Map<string, number>();
  for (const id of groupIds) counts.set(id, (counts.get(id) ?? 0) + 1);
  const ranked = [...counts].toSorted(([, a], [, b]) => b - a);
  const kept = ranked.length > mostAxes ? ranked.slice(0, mostAxes - 1) : ranked;
  const rest = ranked.slice(kept.length);
  const axes: MatrixAxis[] = kept
    .toSorted(([a], [b]) => (order.get(a) ?? 0) - (order.get(b) ?? 0))
    .map(([groupId, flowCount]) => ({ groupId, groupCount: 1, flowCount }));
  if (rest.length > 0) {
    axes.push({ groupId: null, groupCount: rest.length, flowCount: rest.reduce((sum, [, count]) => sum + count, 0) });
  }
  const indexes = new Map(axes.map(({ groupId }, index) => [groupId, index]));
  return { axes, indexOf: (groupId: string) => indexes.get(groupId) ?? axes.length - 1 };
}

/** A selection as groups by groups: each flow of it is in one cell. */
export function mapMatrix({ nodes, flows }: MapSelection, { byId }: MapModel, grouping: MapGrouping): MapMatrix {
  const order = new Map<string, number>();
  for (const node of nodes) {
    const id = groupIdOf(node, grouping);
    if (!order.has(id)) order.set(id, order.size);
  }
  const groupOf = (nodeId: string) => {
    const node = byId.get(nodeId);
    return node === undefined ? "" : groupIdOf(node, grouping);
  };
  const placed = flows.map((flow) => ({ flow, from: groupOf(flow.source), to: groupOf(flow.target) }));
  const rows = axesOf(
    placed.map(({ from }) => from),
    order,
  );
  const columns = axesOf(
    placed.map(({ to }) => to),
    order,
  );
  const cells = new Map<string, { readonly row: number; readonly column: number; readonly flows: MapFlow[] }>();
  for (const { flow, from, to } of placed) {
    const [row, column] = [rows.indexOf(from), columns.indexOf(to)];
    const cell = cells.get(`${row} ${column}`) ?? { row, column, flows: [] };
    cells.set(`${row} ${column}`, cell);
    cell.flows.push(flow);
  }
  return {
    rows: rows.axes,
    columns: columns.axes,
    cells: [...cells.values()]
      .toSorted((a, b) => a.row - b.row || a.column - b.column)
      .map(({ row, column, flows: own }) => ({ row, column, flowCount: own.length, marks: markCounts(own) })),
  };
}
