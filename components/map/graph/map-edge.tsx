import { edgeLine } from "@/components/map/graph/edge-line";
import { lineStrokes } from "@/components/map/graph/edge-look";
import type { Layout } from "@/components/map/graph/layout";
import { markWords, worstMark } from "@/components/map/map-text";
import { GlyphPaths, toneText } from "@/components/ui/status-glyph";
import { cn } from "@/lib/cn";
import type { MapAnswer } from "@/lib/contract/map";
import { formatCount } from "@/lib/format";
import { type MapMark, mapMarks } from "@/lib/oke/map/map-words";

type Edge = Extract<MapAnswer["content"], { view: "graph" }>["edges"][number];

/** The strokes of a line with this mark. */
export function MarkStrokes({ mark, path }: { readonly mark: MapMark; readonly path: string }) {
  return lineStrokes[mark].map(({ colour, width, dashes }) => (
    <path
      key={colour}
      d={path}
      fill="none"
      strokeWidth={width}
      strokeLinecap={dashes === undefined ? "round" : "butt"}
      className={colour === "tone" ? "stroke-current" : "stroke-canvas"}
      {...(dashes !== undefined && { strokeDasharray: dashes })}
    />
  ));
}

/**
 * Flows between two things as one line: as the worst of them is drawn, with its shape in the middle and how many there
 * are. Screen readers are told of flows by the things at their ends, and by the table.
 */
export function MapEdge({ edge, boxes }: { readonly edge: Edge; readonly boxes: Layout["boxes"] }) {
  const [source, target] = [boxes.get(edge.source), boxes.get(edge.target)];
  const mark = worstMark(edge.marks);
  if (source === undefined || target === undefined || mark === null) return null;
  const { path, middle, head, angle } = edgeLine(source, target);
  const { shape, tone } = markWords[mark];
  const count = mapMarks.reduce((sum, each) => sum + (edge.marks[each] ?? 0), 0);
  const label = formatCount(count);
  const width = count === 1 ? 20 : 24 + label.length * 6.5;
  const [barX, barY] = [12 * Math.sin(angle), -12 * Math.cos(angle)];
  return (
    <g aria-hidden="true" data-mark={mark} className={cn("pointer-events-none", toneText[tone])}>
      <MarkStrokes mark={mark} path={path} />
      <polygon points={head} fill="currentColor" />
      {mark === "blocked" && (
        <path
          d={`M${middle.x - barX} ${middle.y - barY} L${middle.x + barX} ${middle.y + barY}`}
          className="stroke-current"
          strokeWidth="3"
        />
      )}
      <g transform={`translate(${Math.round(middle.x - width / 2)} ${Math.round(middle.y - 10)})`}>
        <rect width={width} height="20" rx="10" className="fill-surface stroke-current" strokeWidth="1" />
        <g transform="translate(3 3) scale(0.875)">
          <GlyphPaths shape={shape} />
        </g>
        {count > 1 && (
          <text x="20" y="14" fontSize="11" fill="currentColor">
            {label}
          </text>
        )}
      </g>
    </g>
  );
}
