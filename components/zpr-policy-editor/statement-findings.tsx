import { lintWords } from "@/components/shared/lint-words";
import { Button } from "@/components/ui/button";
import { Literal } from "@/components/ui/literal";
import { StatusWord } from "@/components/ui/status-word";
import { formatCounted } from "@/lib/format";
import { type Diagnostic, type Fix, gravestOf } from "@/lib/zpr/policy-language/diagnostic";

type StatementFindingsProps = {
  readonly id: string;
  /** "Statement 2": what the buttons are named after. */
  readonly name: string;
  readonly findings: readonly Diagnostic[];
  readonly onFix: (fix: Fix) => void;
};

/** What is wrong with a statement, under it, each with its cure one press away where there is one. */
export function StatementFindings({ id, name, findings, onFix }: StatementFindingsProps) {
  const shown = gravestOf(findings, ({ severity }) => severity);
  const more = findings.length - shown.length;
  return (
    <ul id={id} aria-label={`Findings of ${name.toLowerCase()}`} className="mt-1.5 flex flex-col gap-1">
      {shown.map(({ rule, severity, from, message, fix, expected }) => (
        <li key={`${rule} ${from} ${message}`} className="flex flex-wrap items-baseline gap-x-2.5 gap-y-1">
          <StatusWord shape={lintWords[severity].shape} tone={lintWords[severity].tone}>
            {lintWords[severity].word}
          </StatusWord>
          <span className="min-w-0 flex-1 basis-64 wrap-anywhere">
            <span className="text-muted">Column {from + 1}: </span>
            <Literal text={message} />
            {fix === null && expected.length > 0 && (
              <span className="text-muted">
                {" "}
                Expected: <Literal text={expected.join(", ")} className="font-mono" />
              </span>
            )}
          </span>
          {fix !== null && (
            <Button size="small" onClick={() => onFix(fix)} aria-label={`${fix.title}, in ${name.toLowerCase()}`}>
              <Literal text={fix.title} />
            </Button>
          )}
        </li>
      ))}
      {more > 0 && <li className="text-muted">And {formatCounted(more, "more finding")} of this statement.</li>}
    </ul>
  );
}
