import { verdictWords } from "@/components/shared/verdict-words";
import type { GlyphShape, Tone } from "@/components/ui/status-glyph";
import type { AttributeVerdictState } from "@/lib/zpr/verdict-state";

type DefinitionWords = { readonly shape: GlyphShape; readonly tone: Tone; readonly word: string };

const looks = (state: AttributeVerdictState, word: string): DefinitionWords => ({
  shape: verdictWords[state].shape,
  tone: verdictWords[state].tone,
  word,
});

/** How the state of a definition is drawn and said: the life cycle in the Console's words, or that it cannot be read. */
export const definitionWords: Record<AttributeVerdictState, DefinitionWords> = {
  ok: looks("ok", "Active"),
  retired: looks("retired", "Retired"),
  deleting: looks("deleting", "Deleting"),
  deleted: looks("deleted", "Deleted"),
  unknown: looks("unknown", "Cannot read"),
  "value-not-allowed": looks("value-not-allowed", "Value not allowed"),
};

/** The choices of the filter by state, in the order of the life cycle. */
export const definitionOptions = [
  { value: "ok", label: "Active" },
  { value: "retired", label: "Retired" },
  { value: "deleting", label: "Deleting" },
  { value: "deleted", label: "Deleted" },
  { value: "value-not-allowed", label: "Value not allowed" },
  { value: "unknown", label: "Cannot read" },
] as const;
