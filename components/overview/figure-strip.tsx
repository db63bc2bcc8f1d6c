import { AtLeast } from "@/components/shared/at-least";
import { ScopedLink } from "@/components/shared/scoped-link";
import { staleCount } from "@/components/shared/verdict-counts-summary";
import { Skeleton } from "@/components/ui/skeleton";
import { StatusGlyph, type GlyphShape, type Tone } from "@/components/ui/status-glyph";
import type { ScopedCounts } from "@/lib/contract/inventory";
import { formatAtLeast, formatCount, formatCounted } from "@/lib/format";
import { routes } from "@/lib/routes";

type Figure = {
  readonly label: string;
  readonly href: string;
  readonly shape: GlyphShape;
  readonly tone: Tone;
  readonly count: number;
  readonly note: string;
};

function figuresOf({ counts, completeness }: ScopedCounts): readonly Figure[] {
  const total = (count: number, noun: string) => `of ${formatAtLeast(count, completeness.isComplete)} ${noun}`;
  const { high, medium, low } = counts.findings;
  return [
    {
      label: "Findings",
      href: routes.findings(),
      shape: high > 0 ? "octagon" : "triangle",
      tone: high > 0 ? "blocked" : "warning",
      count: high + medium + low,
      note: high > 0 ? `${formatCount(high)} of high severity` : "none of high severity",
    },
    {
      label: "Stale attributes",
      href: routes.securityAttributes({ state: "stale" }),
      shape: "triangle",
      tone: "warning",
      count: staleCount(counts.attributes),
      note: `on ${formatCounted(counts.staleResources, "resource")}`,
    },
    {
      label: "Unprotected resources",
      href: routes.resources({ protected: false }),
      shape: "circle-open",
      tone: "neutral",
      count: counts.unprotectedResources,
      note: total(counts.resources, "resources"),
    },
    {
      label: "Clusters not eligible",
      href: routes.clusters({ eligibility: "not-eligible" }),
      shape: "circle-slash",
      tone: "neutral",
      count: counts.clustersNotEligible,
      note: total(counts.clusters, "clusters"),
    },
    {
      label: "Unknown verdicts",
      href: routes.securityAttributes({ state: "unknown" }),
      shape: "diamond",
      tone: "unknown",
      count: counts.attributes.unknown,
      note: "definition not readable",
    },
    guardFigure(counts.guards),
  ];
}

function guardNote(guards: ScopedCounts["counts"]["guards"]): string {
  if (guards === null) return "none declared";
  if (!guards.isReadable) return "the guard file has to be seen to";
  return `of ${formatCount(guards.total)}, ${formatCount(guards.unknown)} unknown`;
}

const guardFigure = (guards: ScopedCounts["counts"]["guards"]): Figure => ({
  label: "Failing guards",
  href: routes.guards(),
  shape: "octagon",
  tone: "blocked",
  count: guards?.failing ?? 0,
  note: guardNote(guards),
});

const strip = "grid grid-cols-2 overflow-hidden rounded-box border border-line bg-line gap-px xl:grid-cols-6";

/** The numbers that ask for something, each a link to what it counts. Without them, their place. */
export function FigureStrip({ counted }: { readonly counted: ScopedCounts | undefined }) {
  if (!counted) {
    return (
      <div role="status" aria-label="Reading the tenancy" className={strip}>
        {["a", "b", "c", "d", "e", "f"].map((key) => (
          <div key={key} className="bg-surface flex h-28 flex-col justify-center gap-3 px-4">
            <Skeleton className="w-28" />
            <Skeleton className="h-6 w-12" />
            <Skeleton className="w-20" />
          </div>
        ))}
      </div>
    );
  }
  return (
    <ul className={strip}>
      {figuresOf(counted).map((figure) => (
        <li key={figure.label} className="bg-surface flex">
          <ScopedLink
            prefetch={false}
            href={figure.href}
            className="group hover:bg-hover flex min-h-28 flex-1 flex-col justify-center px-4 py-3 focus-visible:-outline-offset-2"
          >
            <span className="text-muted group-hover:text-accent group-hover:underline">{figure.label}</span>
            <span className="text-figure flex items-center gap-2 font-medium tracking-[-0.02em]">
              {figure.count > 0 && <StatusGlyph shape={figure.shape} tone={figure.tone} className="size-4" />}
              <span>
                <AtLeast count={figure.count} isComplete={counted.completeness.isComplete} />
              </span>
            </span>
            <span className="text-note text-muted">{figure.note}</span>
          </ScopedLink>
        </li>
      ))}
    </ul>
  );
}
