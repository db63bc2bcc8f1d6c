import { TextLink } from "@/components/shared/text-link";
import type { GlyphShape, Tone } from "@/components/ui/status-glyph";
import { StatusWord } from "@/components/ui/status-word";
import { BodyCell, HeaderCell, Row, Table } from "@/components/ui/table";
import type { RegionStatus } from "@/lib/contract/inventory";
import { formatCount } from "@/lib/format";
import { routes } from "@/lib/routes";

const outcomes: Record<
  RegionStatus["outcome"],
  { readonly shape: GlyphShape; readonly tone: Tone; readonly word: string }
> = {
  read: { shape: "tick", tone: "allowed", word: "Read" },
  partial: { shape: "circle-half", tone: "warning", word: "Partly read" },
  failed: { shape: "octagon", tone: "blocked", word: "Not read" },
  reading: { shape: "clock", tone: "pending", word: "Reading" },
  "not-chosen": { shape: "circle-slash", tone: "neutral", word: "Not chosen" },
};

/** Each region with how much of it was read. */
export function RegionTable({ regions }: { readonly regions: readonly RegionStatus[] }) {
  return (
    <Table label="Regions">
      <thead>
        <tr>
          <HeaderCell isFirst>Region</HeaderCell>
          <HeaderCell>Coverage</HeaderCell>
          <HeaderCell align="end">Lists read</HeaderCell>
        </tr>
      </thead>
      <tbody>
        {regions.map((region) => {
          const outcome = outcomes[region.outcome];
          return (
            <Row key={region.regionName}>
              <BodyCell isFirst>
                <TextLink
                  look="name"
                  href={routes.clusters({ region: region.regionName })}
                  className="font-mono font-normal!"
                >
                  {region.regionName}
                </TextLink>
                {region.isHomeRegion && <span className="text-note text-muted ml-2">home region</span>}
              </BodyCell>
              <BodyCell>
                <StatusWord shape={outcome.shape} tone={outcome.tone}>
                  {outcome.word}
                </StatusWord>
              </BodyCell>
              <BodyCell align="end">
                <TextLink href={routes.coverage({ region: region.regionName })}>
                  {formatCount(region.scopesDone - region.scopesUnread)}{" "}
                  <span className="text-muted">of {formatCount(region.scopesTotal)}</span>
                  <span className="sr-only"> lists read in {region.regionName}</span>
                </TextLink>
              </BodyCell>
            </Row>
          );
        })}
      </tbody>
    </Table>
  );
}
