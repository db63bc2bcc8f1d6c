import { describe, expect, test } from "vitest";
import type { Box } from "@/components/map/graph/layout";
import { nextItem } from "@/components/map/graph/next-item";

const at = (x: number, y: number): Box => ({ x: x * 100, y: y * 100, width: 80, height: 60 });
const boxes = new Map([
  ["here", at(1, 1)],
  ["right", at(2, 1)],
  ["far right", at(5, 1)],
  ["above", at(1, 0)],
  ["askew", at(3, 2)],
]);
const none = new Set<string>();

describe("nextItem", () => {
  test("follows a flow in the direction of the key before it goes to what is nearest", () => {
    expect(nextItem("ArrowRight", "here", boxes, new Set(["far right"]))).toBe("far right");
    expect(nextItem("ArrowRight", "here", boxes, new Set(["above"]))).toBe("right");
    expect(nextItem("ArrowRight", "here", boxes, none)).toBe("right");
    expect(nextItem("ArrowUp", "here", boxes, none)).toBe("above");
  });

  test("prefers what lies straight ahead, and leads nowhere where nothing is", () => {
    expect(nextItem("ArrowRight", "right", boxes, none)).toBe("far right");
    expect(nextItem("ArrowLeft", "here", boxes, none)).toBeNull();
    expect(nextItem("ArrowLeft", "gone", boxes, none)).toBeNull();
  });
});
