import { fitText } from "@/components/map/graph/fit-text";
import { header, type PlacedGroup } from "@/components/map/graph/layout";
import { FindingMark, type ItemProps, openKeys } from "@/components/map/graph/map-tile";
import { stateOutlines } from "@/components/map/graph/state-look";
import { groupingWords, groupTitle, stateWords } from "@/components/map/map-text";
import { GlyphPaths, toneText } from "@/components/ui/status-glyph";
import { cn } from "@/lib/cn";
import type { MapGroupView } from "@/lib/contract/map";
import { formatCounted } from "@/lib/format";
import { findingSeverities } from "@/lib/oke/findings/finding";
import { type MapGrouping, mapStates } from "@/lib/oke/map/map-words";

/** "4 stale, 3 unknown": how many resources of a group stand badly; its worst word where all stand alike. */
export function statesText({ states, state }: MapGroupView): string {
  const words = mapStates
    .filter((each) => each !== "protected" && states[each] > 0)
    .map((each) => `${states[each]} ${stateWords[each].word.toLowerCase()}`);
  return words.length > 0 ? words.join(", ") : state === null ? "" : stateWords[state].word;
}

type MapGroupBoxProps = ItemProps & {
  readonly place: PlacedGroup;
  readonly group: MapGroupView;
  readonly grouping: MapGrouping;
  readonly flowCount: number;
};

function labelOf({ group, grouping, flowCount }: Pick<MapGroupBoxProps, "group" | "grouping" | "flowCount">): string {
  const findings = findingSeverities.reduce((sum, severity) => sum + group.findings[severity], 0);
  return [
    group.state === null ? groupTitle(group, grouping) : `${groupingWords[grouping]} ${groupTitle(group, grouping)}`,
    ...(group.state === null ? [] : [stateWords[group.state].word, formatCounted(group.resourceCount, "resource")]),
    formatCounted(flowCount, "flow"),
    ...(findings > 0 ? [formatCounted(findings, "finding")] : []),
  ].join(", ");
}

/** A group: its name and the worst of its nodes, around its nodes when it is open. Enter opens and closes it. */
export function MapGroupBox(props: MapGroupBoxProps) {
  const { place, group, grouping, flowCount, isActive, isFaint, onActivate, onOpen, onPoint } = props;
  const itemId = `group:${group.id}`;
  const outline = stateOutlines[group.state ?? "protected"];
  const look = group.state === null ? null : stateWords[group.state];
  const findings = findingSeverities.some((severity) => group.findings[severity] > 0);
  const room = Math.floor((place.width - (findings ? 84 : 48)) / 7.4);
  const attributes = grouping === "vcn" ? group.attributes.join(" ") : (group.region ?? "");
  return (
    <g transform={`translate(${place.x} ${place.y})`} className={cn(isFaint && !place.isOpen && "opacity-70")}>
      <rect
        width={place.width}
        height={place.height}
        rx="8"
        className={cn(place.isOpen ? "fill-sunken stroke-line" : ["fill-surface", outline.className])}
        strokeWidth={place.isOpen ? 1 : outline.width}
        {...(outline.dashes !== undefined && !place.isOpen && { strokeDasharray: outline.dashes })}
      />
      <g
        role="button"
        tabIndex={isActive ? 0 : -1}
        data-item={itemId}
        aria-label={labelOf({ group, grouping, flowCount })}
        aria-expanded={place.isOpen}
        onFocus={() => onActivate(itemId)}
        onClick={() => onOpen(itemId)}
        onKeyDown={(event) => openKeys(event, () => onOpen(itemId))}
        onPointerEnter={() => onPoint(itemId)}
        onPointerLeave={() => onPoint(null)}
        className="map-item cursor-pointer"
      >
        <title>{groupTitle(group, grouping)}</title>
        <rect
          x="3"
          y="3"
          width={place.width - 6}
          height={(place.isOpen ? header : place.height) - 6}
          rx="6"
          className="map-item-box fill-transparent"
        />
        <path
          d={place.isOpen ? "M12 16 l4.5 4.5 l4.5 -4.5" : "M14 13 l4.5 4.5 l-4.5 4.5"}
          className="stroke-muted fill-none"
          strokeWidth="1.6"
        />
        <text x="29" y="23" fontSize="13" fontWeight="600" className="fill-ink">
          {fitText(groupTitle(group, grouping), room)}
        </text>
        <FindingMark findings={group.findings} x={place.width - 8} y={11} />
        {look !== null && (
          <g transform="translate(29 32) scale(0.8)" className={toneText[look.tone]}>
            <GlyphPaths shape={look.shape} />
          </g>
        )}
        <text x={look === null ? 29 : 46} y="42" fontSize="11" className="fill-muted">
          {fitText(summaryOf(group, flowCount), Math.floor((place.width - 56) / 5.7))}
        </text>
        {!place.isOpen && (
          <text x="29" y="60" fontSize="10.5" className="fill-muted font-mono">
            {fitText(attributes, 30)}
          </text>
        )}
      </g>
    </g>
  );
}

function summaryOf(group: MapGroupView, flowCount: number): string {
  const states = statesText(group);
  return [
    ...(states === "" ? [] : [states]),
    ...(group.resourceCount === 0 ? [] : [formatCounted(group.resourceCount, "resource")]),
    formatCounted(flowCount, "flow"),
  ].join(" · ");
}
