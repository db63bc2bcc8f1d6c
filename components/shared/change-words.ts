import type { GlyphShape, Tone } from "@/components/ui/status-glyph";
import type { ChangeState } from "@/lib/contract/changes";

/** How each state of a change is drawn and said. */
export const changeWords: Record<
  ChangeState,
  { readonly shape: GlyphShape; readonly tone: Tone; readonly word: string }
> = {
  checking: { shape: "clock", tone: "pending", word: "Checking" },
  writing: { shape: "clock", tone: "pending", word: "Sending" },
  "in-progress": { shape: "clock", tone: "pending", word: "In progress" },
  "reading-back": { shape: "clock", tone: "pending", word: "Reading back" },
  verified: { shape: "tick", tone: "allowed", word: "Verified" },
  "not-applied": { shape: "triangle", tone: "warning", word: "Reported success, not applied" },
  "not-carried-out": { shape: "triangle", tone: "warning", word: "Written, not applied" },
  failed: { shape: "octagon", tone: "blocked", word: "Failed" },
  unknown: { shape: "diamond", tone: "unknown", word: "Unknown, still checking" },
};

/** The message of a change as a title: one sentence goes without its full stop, several keep it. */
export const titleOfMessage = (message: string): string =>
  /[.;] /.test(message) ? message : message.replace(/\.$/, "");
