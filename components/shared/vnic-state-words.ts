import type { GlyphShape, Tone } from "@/components/ui/status-glyph";
import type { VnicState } from "@/lib/oke/vnic-state";

/** How each state of a node's VNIC is drawn and said. */
export const vnicStateWords: Record<
  VnicState,
  { readonly shape: GlyphShape; readonly tone: Tone; readonly word: string }
> = {
  "in-step": { shape: "tick", tone: "allowed", word: "In step" },
  "older-than-change": { shape: "triangle", tone: "warning", word: "Older than the change" },
  "edited-directly": { shape: "triangle", tone: "warning", word: "Edited directly" },
  differs: { shape: "triangle-outline", tone: "warning", word: "Differs" },
  "vnic-missing": { shape: "octagon", tone: "blocked", word: "VNIC missing" },
  "not-readable": { shape: "diamond", tone: "unknown", word: "Not readable" },
  settling: { shape: "clock", tone: "pending", word: "Settling" },
};
