import type { GlyphShape, Tone } from "@/components/ui/status-glyph";
import type { GuardCause, GuardVerdict } from "@/lib/zpr/guards/guard-words";

/** How each verdict on a guard is drawn and said. */
export const guardVerdictWords: Record<
  GuardVerdict,
  { readonly shape: GlyphShape; readonly tone: Tone; readonly word: string }
> = {
  pass: { shape: "tick", tone: "allowed", word: "Pass" },
  fail: { shape: "octagon", tone: "blocked", word: "Fail" },
  unknown: { shape: "diamond", tone: "unknown", word: "Unknown" },
};

/** Why nobody can say whether a line holds. */
export const guardCauseWords: Record<GuardCause, string> = {
  "no-resource-from": "No resource is meant by its from.",
  "no-resource-to": "No resource is meant by its to.",
  "no-pair": "No two resources of its ends can be a pair.",
  "flow-unknown": "What ZPR does with the traffic is not known.",
  "resources-unread": "All that was read keeps it, but not every resource could be read.",
};
