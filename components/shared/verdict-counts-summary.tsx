import { verdictOrder, verdictWords } from "@/components/shared/verdict-words";
import { StatusWord } from "@/components/ui/status-word";
import type { VerdictCounts } from "@/lib/contract/counts";
import { formatAtLeast } from "@/lib/format";

/** How many attributes are deleted, deleting, retired or have a value that is not allowed. */
export const staleCount = (counts: VerdictCounts): number =>
  counts.deleted + counts.deleting + counts.retired + counts["value-not-allowed"];

type VerdictCountsSummaryProps = {
  readonly counts: VerdictCounts;
  readonly isComplete?: boolean;
  /** What stands there when there is nothing to say. */
  readonly noneWord?: string;
};

/** "2 deleted, 1 unknown", each with its shape; only what is not in order is named. */
export function VerdictCountsSummary({ counts, isComplete = true, noneWord = "None" }: VerdictCountsSummaryProps) {
  const named = verdictOrder.filter((state) => counts[state] > 0);
  if (named.length === 0) return <span className="text-muted">{noneWord}</span>;
  return (
    <span className="inline-flex flex-wrap gap-x-3">
      {named.map((state) => (
        <StatusWord key={state} shape={verdictWords[state].shape} tone={verdictWords[state].tone}>
          {formatAtLeast(counts[state], isComplete)} {verdictWords[state].countWord ?? verdictWords[state].word}
        </StatusWord>
      ))}
    </span>
  );
}
