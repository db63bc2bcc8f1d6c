import type { Box } from "@/components/map/graph/layout";

type Point = { readonly x: number; readonly y: number };

export type EdgeLine = {
  /** The `d` of a path. */
  readonly path: string;
  /** Where its glyph stands. */
  readonly middle: Point;
  /** The points of its arrow head. */
  readonly head: string;
  /** The direction at its middle, in radians: a crossbar stands across it. */
  readonly angle: number;
};

const headLength = 9;
const headWidth = 4;

const centre = ({ x, y, width, height }: Box): Point => ({ x: x + width / 2, y: y + height / 2 });

/** Where a line from the centre of a box to a point leaves the box. */
function borderPoint(box: Box, to: Point): Point {
  const from = centre(box);
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  if (dx === 0 && dy === 0) return from;
  const scale = Math.min(
    dx === 0 ? Number.POSITIVE_INFINITY : box.width / 2 / Math.abs(dx),
    dy === 0 ? Number.POSITIVE_INFINITY : box.height / 2 / Math.abs(dy),
  );
  return { x: from.x + dx * scale, y: from.y + dy * scale };
}

const round = (value: number): number => Math.round(value * 10) / 10;
const text = ({ x, y }: Point): string => `${round(x)} ${round(y)}`;

function headAt(tip: Point, angle: number): string {
  const back = { x: tip.x - headLength * Math.cos(angle), y: tip.y - headLength * Math.sin(angle) };
  const side = { x: headWidth * Math.sin(angle), y: -headWidth * Math.cos(angle) };
  return [tip, { x: back.x + side.x, y: back.y + side.y }, { x: back.x - side.x, y: back.y - side.y }]
    .map(text)
    .join(" ");
}

/** From a thing to itself: a loop at its upper right corner. */
function loop({ x, y, width }: Box): EdgeLine {
  const [from, to] = [
    { x: x + width - 34, y },
    { x: x + width, y: y + 22 },
  ];
  const [a, b] = [
    { x: x + width - 30, y: y - 34 },
    { x: x + width + 38, y: y + 14 },
  ];
  const middle = { x: (from.x + 3 * a.x + 3 * b.x + to.x) / 8, y: (from.y + 3 * a.y + 3 * b.y + to.y) / 8 };
  return {
    path: `M${text(from)} C${text(a)} ${text(b)} ${text(to)}`,
    middle,
    head: headAt(to, Math.atan2(to.y - b.y, to.x - b.x)),
    angle: Math.PI / 4,
  };
}

/** A line between two boxes, bent to its left, so that it and the one back lie apart. */
export function edgeLine(source: Box, target: Box): EdgeLine {
  if (source === target) return loop(source);
  const [from, to] = [centre(source), centre(target)];
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy) || 1;
  const bend = Math.min(60, 14 + length * 0.08);
  const control = { x: (from.x + to.x) / 2 + (dy / length) * bend, y: (from.y + to.y) / 2 - (dx / length) * bend };
  const [start, end] = [borderPoint(source, control), borderPoint(target, control)];
  const middle = { x: (start.x + 2 * control.x + end.x) / 4, y: (start.y + 2 * control.y + end.y) / 4 };
  return {
    path: `M${text(start)} Q${text(control)} ${text(end)}`,
    middle,
    head: headAt(end, Math.atan2(end.y - control.y, end.x - control.x)),
    angle: Math.atan2(end.y - start.y, end.x - start.x),
  };
}
