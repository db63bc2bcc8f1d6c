import type { ReactNode } from "react";
import { StatusGlyph, toneText, type GlyphShape, type Tone } from "@/components/ui/status-glyph";
import { cn } from "@/lib/cn";

type StatusWordProps = {
  readonly shape: GlyphShape;
  readonly tone: Tone;
  readonly children: ReactNode;
  /** `word` stands in a line of text; `badge` has a hairline box around it, for headers. */
  readonly look?: "word" | "badge";
};

/** A state as shape, word and colour together. */
export function StatusWord({ shape, tone, children, look = "word" }: StatusWordProps) {
  return (
    <span
      className={cn(
        "inline-flex items-center gap-1.5 align-top whitespace-nowrap",
        toneText[tone],
        look === "badge" && "rounded-chip text-note border border-current/35 px-1.5 leading-5 font-medium",
      )}
    >
      <StatusGlyph shape={shape} tone={tone} />
      <span>{children}</span>
    </span>
  );
}
