import type { GlyphShape, Tone } from "@/components/ui/status-glyph";
import type { FindingSeverity } from "@/lib/oke/findings/finding";

/** How each severity is drawn and said, everywhere. */
export const severityWords: Record<
  FindingSeverity,
  { readonly shape: GlyphShape; readonly tone: Tone; readonly word: string }
> = {
  high: { shape: "octagon", tone: "blocked", word: "High" },
  medium: { shape: "triangle", tone: "warning", word: "Medium" },
  low: { shape: "circle-open", tone: "neutral", word: "Low" },
};
