import { MarkStrokes } from "@/components/map/graph/map-edge";
import { stateOutlines } from "@/components/map/graph/state-look";
import { markWords, stateWords } from "@/components/map/map-text";
import { StatusGlyph, toneText } from "@/components/ui/status-glyph";
import { cn } from "@/lib/cn";
import type { MapAnswer } from "@/lib/contract/map";
import { formatAtLeast } from "@/lib/format";
import { mapMarks, mapStates } from "@/lib/oke/map/map-words";

type MapLegendProps = Pick<MapAnswer, "totals"> & { readonly isWhole: boolean };

/** What lines and outlines mean, in words, with how many there are of each. Only what the map holds is in it. */
export function MapLegend({ totals, isWhole }: MapLegendProps) {
  const marks = mapMarks.filter((mark) => (totals.marks[mark] ?? 0) > 0);
  const states = mapStates.filter((state) => totals.states[state] > 0);
  return (
    <dl aria-label="Legend" data-map-legend className="text-note flex flex-wrap gap-x-8 gap-y-2">
      {marks.length > 0 && (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <dt className="text-muted">Lines are flows</dt>
          {marks.map((mark) => (
            <dd key={mark} className="flex items-center gap-1.5">
              <svg aria-hidden="true" viewBox="0 0 40 12" className={cn("h-3 w-10", toneText[markWords[mark].tone])}>
                <MarkStrokes mark={mark} path="M2 6 H38" />
                {mark === "blocked" && <path d="M20 1 V11" className="stroke-current" strokeWidth="2.5" />}
              </svg>
              <StatusGlyph shape={markWords[mark].shape} tone={markWords[mark].tone} />
              {markWords[mark].word}, {markWords[mark].line}
              <span className="text-muted">{formatAtLeast(totals.marks[mark] ?? 0, isWhole)}</span>
            </dd>
          ))}
        </div>
      )}
      {states.length > 0 && (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <dt className="text-muted">Outlines are resources</dt>
          {states.map((state) => (
            <dd key={state} className="flex items-center gap-1.5">
              <svg aria-hidden="true" viewBox="0 0 28 14" className="h-3.5 w-7">
                <rect
                  x="1.5"
                  y="1.5"
                  width="25"
                  height="11"
                  rx="3"
                  className={cn("fill-surface", stateOutlines[state].className)}
                  strokeWidth={stateOutlines[state].width}
                  strokeDasharray={stateOutlines[state].dashes}
                />
              </svg>
              <StatusGlyph shape={stateWords[state].shape} tone={stateWords[state].tone} />
              {stateWords[state].word}, {stateWords[state].line}
              <span className="text-muted">{formatAtLeast(totals.states[state], isWhole)}</span>
            </dd>
          ))}
        </div>
      )}
    </dl>
  );
}
