import { AtLeast } from "@/components/shared/at-least";
import { standingWords, surfaceStanding, surfaceStandings } from "@/components/shared/surface-standing";
import { StatusWord } from "@/components/ui/status-word";
import type { ProtectedResource } from "@/lib/oke/protected-resource";

type StandingSummaryProps = { readonly surfaces: readonly ProtectedResource[]; readonly isComplete: boolean };

/** How many surfaces stand how, what is wrong first; the shapes are the legend of what stands below. */
export function StandingSummary({ surfaces, isComplete }: StandingSummaryProps) {
  const standings = surfaces.map(surfaceStanding);
  return (
    <ul aria-label="Surfaces by state" className="flex flex-wrap gap-x-5 gap-y-1">
      {surfaceStandings.flatMap((standing) => {
        const count = standings.filter((each) => each === standing).length;
        if (count === 0) return [];
        const { shape, tone, counted } = standingWords[standing];
        return [
          <li key={standing}>
            <StatusWord shape={shape} tone={tone}>
              <span className="font-medium">
                <AtLeast count={count} isComplete={isComplete} />
              </span>{" "}
              {counted}
            </StatusWord>
          </li>,
        ];
      })}
    </ul>
  );
}
