import type { Box } from "@/components/map/graph/layout";

export const arrowKeys = ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"] as const;
export type ArrowKey = (typeof arrowKeys)[number];

const directions: Record<ArrowKey, readonly [x: number, y: number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

const centre = ({ x, y, width, height }: Box) => [x + width / 2, y + height / 2] as const;

/** How far a box lies in a direction, what is askew counting double; `null` for what does not lie in it. */
function distance(from: Box, to: Box, [x, y]: readonly [number, number]): number | null {
  const [[fromX, fromY], [toX, toY]] = [centre(from), centre(to)];
  const [dx, dy] = [toX - fromX, toY - fromY];
  const along = dx * x + dy * y;
  const askew = Math.abs(dx * y) + Math.abs(dy * x);
  return along <= 0 || askew > along * 3 ? null : along + askew * 2;
}

/**
 * Where an arrow key leads: along a flow in its direction where there is one, else to the nearest in it. `null` where
 * nothing is.
 */
export function nextItem(
  key: ArrowKey,
  fromId: string,
  boxes: ReadonlyMap<string, Box>,
  linked: ReadonlySet<string>,
): string | null {
  const from = boxes.get(fromId);
  if (from === undefined) return null;
  let best: { readonly id: string; readonly weight: number } | null = null;
  for (const onlyLinked of [true, false]) {
    for (const [id, box] of boxes) {
      if (id === fromId || (onlyLinked && !linked.has(id))) continue;
      const weight = distance(from, box, directions[key]);
      if (weight !== null && (best === null || weight < best.weight)) best = { id, weight };
    }
    if (best !== null) return best.id;
  }
  return null;
}
