import type { GlyphShape, Tone } from "@/components/ui/status-glyph";
import type { CoverageOutcome } from "@/lib/contract/coverage";

/** How each outcome of a read is drawn and said. */
export const coverageWords: Record<
  CoverageOutcome,
  { readonly shape: GlyphShape; readonly tone: Tone; readonly word: string }
> = {
  failed: { shape: "octagon", tone: "blocked", word: "Failed" },
  refused: { shape: "diamond", tone: "unknown", word: "Refused" },
  read: { shape: "tick", tone: "allowed", word: "Read" },
};
