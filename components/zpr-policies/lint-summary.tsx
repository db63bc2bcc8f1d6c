import { lintWords } from "@/components/shared/lint-words";
import { StatusWord } from "@/components/ui/status-word";
import type { LintCounts } from "@/lib/contract/zpr-policies";
import { formatCounted } from "@/lib/format";
import { severities } from "@/lib/zpr/policy-language/diagnostic";

const nouns = { error: "error", warning: "warning", info: "note" } as const;

/** How much the linter found, the worst first. */
export function LintSummary({ counts }: { readonly counts: LintCounts }) {
  const found = severities.filter((severity) => counts[severity] > 0);
  if (found.length === 0) return <span className="text-muted">Nothing found</span>;
  return (
    <span className="flex flex-wrap gap-x-3 gap-y-0.5">
      {found.map((severity) => (
        <StatusWord key={severity} shape={lintWords[severity].shape} tone={lintWords[severity].tone}>
          {formatCounted(counts[severity], nouns[severity])}
        </StatusWord>
      ))}
    </span>
  );
}
