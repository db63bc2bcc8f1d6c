import { type Box, tile } from "@/components/map/graph/layout";
import { FindingMark, type ItemProps, openKeys } from "@/components/map/graph/map-tile";
import { stateWords } from "@/components/map/map-text";
import { GlyphPaths, toneText } from "@/components/ui/status-glyph";
import { cn } from "@/lib/cn";
import { formatCount } from "@/lib/format";
import type { FindingCounts } from "@/lib/oke/findings/finding";
import type { MapState } from "@/lib/oke/map/map-words";

type RestTileProps = ItemProps & {
  readonly id: string;
  readonly place: Box;
  readonly count: number;
  readonly what: "nodes" | "groups";
  readonly state: MapState | null;
  readonly findings: FindingCounts;
};

/** What there is no room for: how many, and the worst of them. It leads to the table, which has all. */
export function RestTile({ id, place, count, what, state, findings, ...item }: RestTileProps) {
  const label = `${formatCount(count)} more ${what}, in the table`;
  const look = state === null ? null : stateWords[state];
  return (
    <g
      role="button"
      tabIndex={item.isActive ? 0 : -1}
      data-item={id}
      aria-label={look === null ? label : `${label}, ${look.word}`}
      transform={`translate(${place.x} ${place.y})`}
      onFocus={() => item.onActivate(id)}
      onClick={() => item.onOpen(id)}
      onKeyDown={(event) => openKeys(event, () => item.onOpen(id))}
      onPointerEnter={() => item.onPoint(id)}
      onPointerLeave={() => item.onPoint(null)}
      className={cn("map-item cursor-pointer", item.isFaint && "opacity-70")}
    >
      <rect width={place.width} height={place.height} rx="6" className="map-item-box fill-sunken stroke-edge" />
      <text x="12" y={tile.height / 2 - 4} fontSize="12.5" fontWeight="500" className="fill-ink">
        {formatCount(count)} more {what}
      </text>
      {look !== null && (
        <g transform="translate(12 34) scale(0.8)" className={toneText[look.tone]}>
          <GlyphPaths shape={look.shape} />
        </g>
      )}
      <text x={look === null ? 12 : 30} y="44" fontSize="11" className="fill-muted">
        {look === null ? "All in the table" : `${look.word}; all in the table`}
      </text>
      <FindingMark findings={findings} x={place.width - 4} y={9} />
    </g>
  );
}
