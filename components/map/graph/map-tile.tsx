import type { KeyboardEvent } from "react";
import { fitText } from "@/components/map/graph/fit-text";
import { type PlacedTile, tile } from "@/components/map/graph/layout";
import { stateOutlines } from "@/components/map/graph/state-look";
import { nodeTitle, stateWords } from "@/components/map/map-text";
import { severityWords } from "@/components/shared/finding-words";
import { GlyphPaths, toneText } from "@/components/ui/status-glyph";
import { cn } from "@/lib/cn";
import type { MapNodeView } from "@/lib/contract/map";
import { formatCount, formatCounted } from "@/lib/format";
import { type FindingCounts, findingSeverities } from "@/lib/oke/findings/finding";
import type { MapState } from "@/lib/oke/map/map-words";

/** What every thing that can have the focus is given. */
export type ItemProps = {
  readonly isActive: boolean;
  readonly isFocus: boolean;
  readonly isFaint: boolean;
  readonly onActivate: (id: string) => void;
  readonly onOpen: (id: string) => void;
  readonly onPoint: (id: string | null) => void;
};

const shortKinds: Partial<Record<MapNodeView["kind"], string>> = {
  "cluster-endpoint": "Kubernetes API endpoint",
  "node-pool-primary-vnic": "Primary VNIC",
  "node-pool-secondary-vnics": "Secondary VNICs",
  "load-balancer": "Load balancer",
  "network-load-balancer": "Network load balancer",
  "mount-target": "Mount target",
  "self-managed": "Self-managed node",
  karpenter: "Karpenter node",
  vcn: "VCN",
  address: "Addresses",
};

const kindText = ({ kind, resourceCount, isChanged }: MapNodeView): string =>
  [
    `${resourceCount > 1 ? `${formatCount(resourceCount)} × ` : ""}${shortKinds[kind] ?? "Outside"}`,
    ...(isChanged ? ["changed"] : []),
  ].join(" · ");

const countOf = ({ high, medium, low }: FindingCounts): number => high + medium + low;

/** What a node is, and of which cluster. */
const whereText = (node: MapNodeView): string =>
  node.clusterName === null || node.kind === "cluster-endpoint"
    ? kindText(node)
    : `${kindText(node)} · ${node.clusterName}`;

/** The accessible name of a node: type, name, state, how many flows and findings. */
export function nodeLabel(node: MapNodeView): string {
  const findings = countOf(node.findings);
  return [
    whereText(node),
    nodeTitle(node),
    ...(node.state === null ? [] : [stateWords[node.state].word]),
    formatCounted(node.flowCount, "flow"),
    ...(findings > 0 ? [formatCounted(findings, "finding")] : []),
  ].join(", ");
}

/** The state, and the attributes where it has some: the last line of a tile. */
function stateText({ state, attributes }: MapNodeView): string {
  const [first] = attributes;
  const set = first === undefined ? "" : `${first}${attributes.length > 1 ? ` +${attributes.length - 1}` : ""}`;
  if (state === null) return "";
  return state === "protected" ? set : [stateWords[state].word, set].filter((each) => each !== "").join(" · ");
}

export const openKeys = (event: KeyboardEvent, open: () => void): void => {
  if (event.key !== "Enter" && event.key !== " ") return;
  event.preventDefault();
  open();
};

/** The findings of a thing, at its right end. */
export function FindingMark({
  findings,
  x,
  y,
}: {
  readonly findings: FindingCounts;
  readonly x: number;
  readonly y: number;
}) {
  const gravest = findingSeverities.find((severity) => findings[severity] > 0);
  if (gravest === undefined) return null;
  const { shape, tone } = severityWords[gravest];
  const label = formatCount(countOf(findings));
  return (
    <g className={toneText[tone]} transform={`translate(${x - 18 - label.length * 7} ${y})`}>
      <g transform="scale(0.875)">
        <GlyphPaths shape={shape} />
      </g>
      <text x="17" y="11" fontSize="11" fill="currentColor">
        {label}
      </text>
    </g>
  );
}

type MapTileProps = ItemProps & { readonly place: PlacedTile; readonly node: MapNodeView };

/** One node: its state as shape and outline, its name, what it is, and what it carries. */
export function MapTile({ place, node, isActive, isFocus, isFaint, onActivate, onOpen, onPoint }: MapTileProps) {
  const { shape, tone } =
    node.state === null ? { shape: "circle-slash" as const, tone: "neutral" as const } : stateWords[node.state];
  const isOutside = node.state === null;
  const outline = stateOutlines[node.state ?? "protected"];
  return (
    <g
      role="button"
      tabIndex={isActive ? 0 : -1}
      data-item={node.id}
      aria-label={nodeLabel(node)}
      aria-pressed={isFocus}
      transform={`translate(${place.x} ${place.y})`}
      onFocus={() => onActivate(node.id)}
      onClick={() => onOpen(node.id)}
      onKeyDown={(event) => openKeys(event, () => onOpen(node.id))}
      onPointerEnter={() => onPoint(node.id)}
      onPointerLeave={() => onPoint(null)}
      className={cn("map-item cursor-pointer", isFaint && "opacity-70")}
    >
      <title>{nodeTitle(node, 4)}</title>
      <rect
        width={tile.width}
        height={tile.height}
        rx={isOutside ? tile.height / 2 : node.kind === "vcn" ? 0 : 6}
        className={cn(
          "map-item-box",
          isFocus ? "fill-selected" : "fill-surface",
          isOutside ? "stroke-edge" : outline.className,
        )}
        strokeWidth={outline.width}
        {...(outline.dashes !== undefined && !isOutside && { strokeDasharray: outline.dashes })}
      />
      <Words node={node} state={node.state} shape={shape} tone={tone} inset={isOutside ? 12 : 0} />
      <FindingMark findings={node.findings} x={tile.width - 4} y={9} />
    </g>
  );
}

type WordsProps = {
  readonly node: MapNodeView;
  readonly state: MapState | null;
  readonly shape: (typeof stateWords)[MapState]["shape"];
  readonly tone: (typeof stateWords)[MapState]["tone"];
  readonly inset: number;
};

function Words({ node, state, shape, tone, inset }: WordsProps) {
  const hasFindings = countOf(node.findings) > 0;
  return (
    <g transform={`translate(${inset} 0)`}>
      <g transform="translate(9 9) scale(0.875)" className={toneText[tone]}>
        <GlyphPaths shape={shape} />
      </g>
      <text x="29" y="20" fontSize="12.5" fontWeight="500" className="fill-ink">
        {fitText(nodeTitle(node), (hasFindings ? 19 : 23) - inset / 6)}
      </text>
      <text x="29" y="35" fontSize="11" className="fill-muted">
        {fitText(whereText(node), 29)}
      </text>
      <text
        x="29"
        y="50"
        fontSize="10.5"
        className={cn(state === "protected" ? "fill-ink font-mono" : cn(toneText[tone], "fill-current"))}
      >
        {fitText(stateText(node), state === "protected" ? 25 : 30)}
      </text>
    </g>
  );
}
