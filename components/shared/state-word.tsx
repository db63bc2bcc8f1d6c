import type { GlyphShape, Tone } from "@/components/ui/status-glyph";
import { StatusWord } from "@/components/ui/status-word";
import { formatCode } from "@/lib/format";

const looks: Readonly<Record<string, { readonly shape: GlyphShape; readonly tone: Tone }>> = {
  CREATING: { shape: "clock", tone: "pending" },
  UPDATING: { shape: "clock", tone: "pending" },
  DELETING: { shape: "clock", tone: "pending" },
  FAILING: { shape: "triangle", tone: "warning" },
  NEEDS_ATTENTION: { shape: "triangle", tone: "warning" },
  FAILED: { shape: "octagon", tone: "blocked" },
  INACTIVE: { shape: "circle-open", tone: "neutral" },
  DELETED: { shape: "circle-open", tone: "neutral" },
  UNKNOWN_VALUE: { shape: "diamond", tone: "unknown" },
};

/** An OCI life-cycle state in words. Active is the rule and is only said; the others have a shape. */
export function StateWord({ state, look }: { readonly state: string; readonly look?: "word" | "badge" }) {
  const drawn = Object.hasOwn(looks, state) ? looks[state] : undefined;
  const word = state === "UNKNOWN_VALUE" ? "Unknown state" : formatCode(state);
  if (!drawn) return <span>{word}</span>;
  return (
    <StatusWord shape={drawn.shape} tone={drawn.tone} {...(look && { look })}>
      {word}
    </StatusWord>
  );
}
