import { describe, expect, test } from "vitest";
import { type Box, layoutOf } from "@/components/map/graph/layout";
import type { MapDrawnGroup } from "@/lib/contract/map";
import { noFindings } from "@/lib/oke/findings/finding";

const group = (id: string, nodes: number, given: Partial<MapDrawnGroup> = {}): MapDrawnGroup => ({
  id,
  isOpen: true,
  drawn: Array.from({ length: nodes }, (_, index) => `${id}-${index}`),
  restCount: 0,
  restState: null,
  restFindings: noFindings,
  ...given,
});

const some = [
  group("a", 22),
  group("b", 1),
  group("c", 9),
  group("d", 0, { isOpen: false }),
  group("e", 40, { restCount: 7 }),
];

const overlaps = (a: Box, b: Box) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

describe("layoutOf", () => {
  test("places everything once, within the whole, and nothing over anything else", () => {
    const { groups, boxes, width, height } = layoutOf(some, 3);
    const all = groups.flatMap(({ tiles }) => tiles);
    expect(all.map(({ id }) => id).filter((id) => !id.startsWith("rest:"))).toHaveLength(72);
    expect(boxes.has("rest:e") && boxes.has("rest:") && boxes.has("group:d")).toBe(true);
    for (const placed of [groups, all]) {
      for (const [index, a] of placed.entries()) {
        expect(a.x >= 0 && a.y >= 0 && a.x + a.width <= width && a.y + a.height <= height).toBe(true);
        expect(placed.slice(index + 1).filter((b) => overlaps(a, b))).toEqual([]);
      }
    }
    for (const { tiles, ...frame } of groups) {
      expect(tiles.every((each) => each.x > frame.x && each.x + each.width < frame.x + frame.width)).toBe(true);
      expect(tiles.every((each) => each.y > frame.y && each.y + each.height < frame.y + frame.height)).toBe(true);
    }
  });

  test("is wider than high, as screens are, and the same every time", () => {
    const many = Array.from({ length: 200 }, (_, index) => group(`g${index}`, 0, { isOpen: false }));
    const { width, height } = layoutOf(many, 0);
    expect(width / height).toBeGreaterThan(1);
    expect(width / height).toBeLessThan(3);
    expect(layoutOf(many, 0)).toEqual(layoutOf(many, 0));
  });
});
