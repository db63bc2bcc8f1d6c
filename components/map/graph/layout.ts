import type { MapDrawnGroup } from "@/lib/contract/map";

export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

export type PlacedTile = Box & {
  /** As edges name it: the id of a node, `group:ID` of a closed group, `rest:ID`, or `rest:`. */
  readonly id: string;
  readonly groupId: string;
};

export type PlacedGroup = Box & {
  readonly id: string;
  readonly isOpen: boolean;
  readonly tiles: readonly PlacedTile[];
};

export type Layout = {
  readonly width: number;
  readonly height: number;
  readonly groups: readonly PlacedGroup[];
  /** Tiles, closed groups, and the headers of open ones: what edges end at, and what can have the focus. */
  readonly boxes: ReadonlyMap<string, Box>;
};

export const tile = { width: 200, height: 60 } as const;
const closed = { width: 264, height: 76 } as const;
/** Room for the lines between neighbours. */
const gap = { x: 32, y: 20 } as const;
const padding = 12;
export const header = 56;
const margin = 16;
/** How much wider than high the whole should be: screens are. */
const aspect = 1.7;

/** Columns for so many tiles, so that a group is somewhat wider than high. */
const columnsFor = (count: number): number =>
  Math.max(1, Math.min(8, Math.round(Math.sqrt((count * (tile.height + gap.y) * aspect) / (tile.width + gap.x)))));

type Sized = {
  readonly id: string;
  readonly isOpen: boolean;
  readonly tileIds: readonly string[];
  readonly columns: number;
  readonly width: number;
  readonly height: number;
};

function sizeOf({ id, isOpen, drawn, restCount }: MapDrawnGroup): Sized {
  const tileIds = restCount > 0 ? [...drawn, `rest:${id}`] : drawn;
  if (!isOpen) return { id, isOpen, tileIds: [], columns: 0, ...closed };
  const columns = columnsFor(tileIds.length);
  const rows = Math.ceil(tileIds.length / columns);
  return {
    id,
    isOpen,
    tileIds,
    columns,
    width: Math.max(closed.width, columns * (tile.width + gap.x) - gap.x + 2 * padding),
    height: header + rows * (tile.height + gap.y) - gap.y + padding,
  };
}

function place({ id, isOpen, tileIds, columns, ...size }: Sized, x: number, y: number): PlacedGroup {
  const tiles = tileIds.map((tileId, index) => ({
    id: tileId,
    groupId: id,
    x: x + padding + (index % columns) * (tile.width + gap.x),
    y: y + header + Math.floor(index / columns) * (tile.height + gap.y),
    ...tile,
  }));
  return { id, isOpen, tiles, x, y, ...size };
}

/**
 * Places groups on shelves, the highest first, and the tiles of each in its rows. The same groups are always placed
 * alike, whatever the screen.
 */
export function layoutOf(groups: readonly MapDrawnGroup[], restGroupCount: number): Layout {
  const sized = groups.map(sizeOf);
  if (restGroupCount > 0) sized.push({ id: "", isOpen: false, tileIds: [], columns: 0, ...closed });
  const area = sized.reduce((sum, { width, height }) => sum + (width + margin) * (height + margin), 0);
  const widest = Math.max(0, ...sized.map(({ width }) => width));
  const shelf = Math.max(widest, Math.sqrt(area * aspect));
  const ordered = sized.toSorted((a, b) => b.height - a.height || b.width - a.width);
  const placed: PlacedGroup[] = [];
  let [x, y, shelfHeight, width] = [margin, margin, 0, 0];
  for (const group of ordered) {
    if (x > margin && x + group.width > shelf + margin) {
      [x, y, shelfHeight] = [margin, y + shelfHeight + margin, 0];
    }
    placed.push(place(group, x, y));
    x += group.width + margin;
    shelfHeight = Math.max(shelfHeight, group.height);
    width = Math.max(width, x);
  }
  const boxes = new Map<string, Box>();
  for (const { id, isOpen, tiles, ...box } of placed) {
    boxes.set(id === "" ? "rest:" : `group:${id}`, isOpen ? { ...box, height: header } : box);
    for (const each of tiles) boxes.set(each.id, each);
  }
  return { width, height: y + shelfHeight + margin, groups: placed, boxes };
}
