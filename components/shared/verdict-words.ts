import type { GlyphShape, Tone } from "@/components/ui/status-glyph";
import type { AttributeVerdictState } from "@/lib/zpr/verdict-state";

type VerdictWords = {
  readonly shape: GlyphShape;
  readonly tone: Tone;
  /** As it stands in a chip: "deleted". */
  readonly word: string;
  /** Shorter, beside a count: "1 not allowed". */
  readonly countWord?: string;
  /** `stale`: the definition no longer backs the entry; it is to be removed or changed. */
  readonly group: "ok" | "stale" | "unknown";
};

/** How each verdict is drawn and said, everywhere. */
export const verdictWords: Record<AttributeVerdictState, VerdictWords> = {
  ok: { shape: "tick", tone: "allowed", word: "in use", group: "ok" },
  deleted: { shape: "triangle", tone: "warning", word: "deleted", group: "stale" },
  deleting: { shape: "clock", tone: "warning", word: "deleting", group: "stale" },
  retired: { shape: "triangle-outline", tone: "warning", word: "retired", group: "stale" },
  "value-not-allowed": {
    shape: "octagon",
    tone: "warning",
    word: "value not allowed",
    countWord: "not allowed",
    group: "stale",
  },
  unknown: { shape: "diamond", tone: "unknown", word: "unknown", group: "unknown" },
};

/** Worst first: the order of counts in a summary. */
export const verdictOrder = [
  "deleted",
  "deleting",
  "value-not-allowed",
  "retired",
  "unknown",
] as const satisfies readonly AttributeVerdictState[];
