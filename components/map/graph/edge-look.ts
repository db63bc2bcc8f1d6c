import type { MapMark } from "@/lib/oke/map/map-words";

/** How the line of a mark is drawn: its strokes from below to above, each with the width and the dashes. */
export type LineStroke = {
  /** `ground` is the colour of what is below the line: it makes a wide stroke hollow. */
  readonly colour: "tone" | "ground";
  readonly width: number;
  readonly dashes?: string;
};

export const lineStrokes: Record<MapMark, readonly LineStroke[]> = {
  allowed: [{ colour: "tone", width: 1.6 }],
  perhaps: [{ colour: "tone", width: 1.6, dashes: "10 4 2 4" }],
  unknown: [{ colour: "tone", width: 2, dashes: "2 4" }],
  blocked: [{ colour: "tone", width: 1.6 }],
  gained: [
    { colour: "tone", width: 4.6 },
    { colour: "ground", width: 1.8 },
  ],
  "perhaps-gained": [
    { colour: "tone", width: 4.6, dashes: "12 5" },
    { colour: "ground", width: 1.8 },
  ],
  lost: [
    { colour: "tone", width: 7 },
    { colour: "ground", width: 4.6 },
  ],
  "perhaps-lost": [
    { colour: "tone", width: 7, dashes: "12 5" },
    { colour: "ground", width: 4.6 },
  ],
};
