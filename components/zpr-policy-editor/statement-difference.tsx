import { StatementText } from "@/components/shared/statement-text";
import { StatusGlyph, type GlyphShape, type Tone } from "@/components/ui/status-glyph";
import type { StatementDifference as Difference } from "@/lib/zpr/policy-difference";

const words: Record<Difference["kind"], { readonly shape: GlyphShape; readonly tone: Tone; readonly word: string }> = {
  added: { shape: "plus", tone: "allowed", word: "Added" },
  removed: { shape: "minus", tone: "blocked", word: "Removed" },
  reworded: { shape: "tilde", tone: "neutral", word: "Reworded" },
  same: { shape: "circle-open", tone: "neutral", word: "Unchanged" },
};

type StatementDifferenceProps = {
  readonly difference: readonly Difference[];
  /** Accessible name of the list. */
  readonly label?: string;
  /** Whether the statements stand in another order: ZPR only ever allows, so their order means nothing to it. */
  readonly isReordered?: boolean;
};

/** What leads from one list of statements to another: what differs, then how many stay. */
export function StatementDifference({
  difference,
  label = "Difference",
  isReordered = false,
}: StatementDifferenceProps) {
  const differing = difference.filter(({ kind }) => kind !== "same");
  const same = difference.length - differing.length;
  return (
    <div className="rounded-box border-line bg-surface border">
      <ul aria-label={label} className="divide-line divide-y">
        {differing.map(({ kind, before, after }, index) => (
          <li key={index} className="flex flex-wrap items-start gap-x-3 gap-y-1 px-3 py-2 sm:flex-nowrap">
            <span className="flex w-24 shrink-0 items-center gap-1.5 pt-px">
              <StatusGlyph shape={words[kind].shape} tone={words[kind].tone} />
              {words[kind].word}
            </span>
            <span className="min-w-0">
              <StatementText text={after ?? before ?? ""} />
              {kind === "reworded" && (
                <span className="text-muted text-note block">
                  It says the same as before: <StatementText text={before ?? ""} />
                </span>
              )}
            </span>
          </li>
        ))}
      </ul>
      {differing.length === 0 && (
        <p className="text-muted px-3 py-2">
          {isReordered ? "Only their order differs, which means nothing to ZPR." : "No difference in the statements."}
        </p>
      )}
      {same > 0 && differing.length > 0 && (
        <p className="border-line text-note text-muted border-t px-3 py-1.5">
          {same === 1 ? "1 statement stays as it was." : `${same} statements stay as they were.`}
        </p>
      )}
    </div>
  );
}
