import { Hint } from "@/components/ui/hint";
import type { GlyphShape, Tone } from "@/components/ui/status-glyph";
import { StatusWord } from "@/components/ui/status-word";
import type { Eligibility } from "@/lib/contract/clusters";

const looks: Record<Eligibility["state"], { readonly shape: GlyphShape; readonly tone: Tone; readonly word: string }> =
  {
    eligible: { shape: "tick", tone: "allowed", word: "Eligible" },
    "not-eligible": { shape: "circle-slash", tone: "neutral", word: "Not eligible" },
    unknown: { shape: "diamond", tone: "unknown", word: "Unknown" },
  };

type EligibilityNoteProps = {
  readonly eligibility: Eligibility;
  /** `word` with the reasons as a hint, for tables; `full` with the reasons below, for a cluster's own page. */
  readonly look?: "word" | "full";
};

/** Whether a cluster can use ZPR security attributes, and why not. */
export function EligibilityNote({ eligibility, look = "word" }: EligibilityNoteProps) {
  const { shape, tone, word } = looks[eligibility.state];
  const reasons = eligibility.reasons.map(({ reason }) => reason);
  const status = (
    <StatusWord shape={shape} tone={tone}>
      {word}
    </StatusWord>
  );
  if (reasons.length === 0) return status;
  if (look === "full") {
    return (
      <span className="inline-flex flex-col gap-0.5">
        {status}
        {reasons.map((reason) => (
          <span key={reason} className="text-muted">
            {reason}
          </span>
        ))}
      </span>
    );
  }
  return (
    <Hint text={reasons.join(" ")}>
      {(id) => (
        <button
          type="button"
          aria-describedby={id}
          className="cursor-help! rounded-[2px] decoration-current/40 decoration-dotted underline-offset-4 hover:underline"
        >
          {status}
        </button>
      )}
    </Hint>
  );
}
