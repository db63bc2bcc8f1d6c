import type { GlyphShape, Tone } from "@/components/ui/status-glyph";
import type { Severity } from "@/lib/zpr/policy-language/diagnostic";

/** How each severity of the linter is drawn and said, everywhere. */
export const lintWords: Record<Severity, { readonly shape: GlyphShape; readonly tone: Tone; readonly word: string }> = {
  error: { shape: "octagon", tone: "blocked", word: "Error" },
  warning: { shape: "triangle", tone: "warning", word: "Warning" },
  info: { shape: "info", tone: "neutral", word: "Note" },
};
