import { StatementText } from "@/components/shared/statement-text";
import { CopyButton } from "@/components/ui/copy-button";
import { StatusWord } from "@/components/ui/status-word";
import { PolicyFindings } from "@/components/zpr-policies/policy-findings";
import { StatementMeaning } from "@/components/zpr-policies/statement-meaning";
import type { StatementView } from "@/lib/contract/zpr-policy";
import { statementAnchor } from "@/lib/routes";
import type { Span } from "@/lib/zpr/policy-language/diagnostic";

type StatementCardProps = { readonly statement: StatementView; readonly isComplete: boolean };

/** What is about the whole statement is said below it; underlining all of it would only make it harder to read. */
const isAboutPart = ({ from, to }: Span, text: string) => from > 0 || to < text.length;

/** One statement: its text, whom it means, and what the linter says of it. */
export function StatementCard({ statement, isComplete }: StatementCardProps) {
  const { index, text, meaning, isValid, findings } = statement;
  return (
    <li
      id={statementAnchor(index)}
      className="rounded-box border-line bg-surface target:border-accent scroll-mt-20 overflow-hidden border"
    >
      <div className="border-line bg-sunken flex items-start gap-3 border-b py-2 pr-1 pl-3">
        <h3 className="text-note text-muted w-6 shrink-0 leading-5 tabular-nums">
          <span className="sr-only">Statement </span>
          {index + 1}
        </h3>
        <p className="min-w-0 flex-1">
          <StatementText text={text} marks={findings.filter((finding) => isAboutPart(finding, text))} />
        </p>
        <CopyButton text={text} what="statement" />
      </div>
      <div className="flex flex-col gap-3 py-2.5 pr-3 pl-3 sm:pl-12">
        {!isValid && (
          <StatusWord shape="octagon" tone="blocked">
            It does not parse: nothing is certain to be allowed by it
          </StatusWord>
        )}
        {meaning !== null && <StatementMeaning meaning={meaning} isComplete={isComplete} />}
        <PolicyFindings findings={findings} label={`Findings of statement ${index + 1}`} />
      </div>
    </li>
  );
}
