import { lintWords } from "@/components/shared/lint-words";
import { Literal } from "@/components/ui/literal";
import { StatusWord } from "@/components/ui/status-word";
import { RuleLink } from "@/components/zpr-policies/rule-link";
import type { PolicyFinding } from "@/lib/contract/zpr-policy";

type PolicyFindingsProps = {
  readonly findings: readonly PolicyFinding[];
  /** Accessible name of the list. */
  readonly label: string;
};

/** What the linter says, each with what to do about it. */
export function PolicyFindings({ findings, label }: PolicyFindingsProps) {
  if (findings.length === 0) return null;
  return (
    <ul aria-label={label} className="flex flex-col gap-2">
      {findings.map(({ rule, severity, from, message, cure, fix }) => (
        <li key={`${rule} ${from} ${message}`} className="grid gap-x-3 sm:grid-cols-[5.5rem_minmax(0,1fr)]">
          <div>
            <StatusWord shape={lintWords[severity].shape} tone={lintWords[severity].tone}>
              {lintWords[severity].word}
            </StatusWord>
          </div>
          <div className="max-w-[88ch] min-w-0 wrap-anywhere">
            <Literal text={message} /> <span className="text-muted">{fix === null ? cure : `${fix.title}.`}</span>{" "}
            <RuleLink rule={rule} />
          </div>
        </li>
      ))}
    </ul>
  );
}
