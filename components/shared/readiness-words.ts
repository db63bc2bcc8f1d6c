import type { GlyphShape, Tone } from "@/components/ui/status-glyph";
import type { ReadinessCheck } from "@/lib/oke/readiness/readiness-check";

export type ReadinessOutcome = ReadinessCheck["state"] | "not-checked";

type Look = { readonly shape: GlyphShape; readonly tone: Tone; readonly word: string };

export const readinessWords: Record<ReadinessOutcome, Look> = {
  fail: { shape: "octagon", tone: "blocked", word: "Fail" },
  unknown: { shape: "diamond", tone: "unknown", word: "Unknown" },
  "not-checked": { shape: "circle-open", tone: "neutral", word: "Not checked yet" },
  pass: { shape: "tick", tone: "allowed", word: "Pass" },
  "does-not-apply": { shape: "circle-slash", tone: "neutral", word: "Does not apply" },
};

/** What asks for something first. */
export const readinessOrder: readonly ReadinessOutcome[] = ["fail", "unknown", "not-checked", "pass", "does-not-apply"];

export const outcomeOf = ({ state, isNotChecked }: ReadinessCheck): ReadinessOutcome =>
  isNotChecked ? "not-checked" : state;
