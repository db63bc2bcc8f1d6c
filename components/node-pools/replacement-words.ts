import type { GlyphShape, Tone } from "@/components/ui/status-glyph";
import type { NodeReplacementState, ReplacedNode } from "@/lib/contract/node-replacements";
import { formatCounted } from "@/lib/format";
import type { NodeJoinStatements, StatementPresence } from "@/lib/zpr/node-join-statements";

type Look = { readonly shape: GlyphShape; readonly tone: Tone; readonly word: string };

/** How each state of a node replacement is drawn and said. */
export const replacementWords: Record<NodeReplacementState, Look> = {
  sending: { shape: "clock", tone: "pending", word: "Sending" },
  replacing: { shape: "clock", tone: "pending", word: "Replacing" },
  stuck: { shape: "triangle", tone: "warning", word: "Stuck" },
  "reading-back": { shape: "clock", tone: "pending", word: "Reading back" },
  verified: { shape: "tick", tone: "allowed", word: "Verified" },
  "not-applied": { shape: "triangle", tone: "warning", word: "Not applied everywhere" },
  stopped: { shape: "circle-half", tone: "neutral", word: "Stopped" },
  failed: { shape: "octagon", tone: "blocked", word: "Failed" },
  unknown: { shape: "diamond", tone: "unknown", word: "Unknown" },
};

export const replacedNodeWords: Record<ReplacedNode["state"], Look> = {
  waiting: { shape: "circle-open", tone: "neutral", word: "Waiting" },
  leaving: { shape: "clock", tone: "pending", word: "Draining" },
  gone: { shape: "circle-half", tone: "neutral", word: "Gone" },
  replaced: { shape: "tick", tone: "allowed", word: "Replaced" },
  kept: { shape: "circle-slash", tone: "neutral", word: "Kept" },
};

export const presenceWords: Record<StatementPresence, Look> = {
  present: { shape: "tick", tone: "allowed", word: "Found" },
  "not-found": { shape: "octagon", tone: "blocked", word: "Not found" },
  "cannot-tell": { shape: "diamond", tone: "unknown", word: "Cannot tell" },
};

/** "60 minutes", or that it is not known. */
export const graceWords = (minutes: number | null): string =>
  minutes === null ? "a time that OCI gave in a form we cannot read" : formatCounted(minutes, "minute");

/** Whether a person has to say why nodes are replaced all the same. */
export const needsOverride = ({ state }: NodeJoinStatements): boolean => state === "missing" || state === "unknown";
