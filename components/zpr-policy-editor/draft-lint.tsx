import { lintWords } from "@/components/shared/lint-words";
import { UnreadNote } from "@/components/shared/unread-note";
import { Literal } from "@/components/ui/literal";
import { StatusWord } from "@/components/ui/status-word";
import type { ZprPolicyChangePreview } from "@/lib/contract/zpr-policy-changes";

/** What the linter says of the draft among the other policies. */
export function DraftLint({ preview: { findings, unread } }: { readonly preview: ZprPolicyChangePreview }) {
  return (
    <div className="flex flex-col gap-2">
      {findings.length === 0 ? (
        <p>The linter has found nothing to say about it.</p>
      ) : (
        <ul aria-label="Findings" className="flex flex-col gap-1.5">
          {findings.map(({ rule, severity, message, statement, from }) => (
            <li key={`${statement} ${rule} ${from} ${message}`} className="flex flex-wrap items-baseline gap-x-2.5">
              <StatusWord shape={lintWords[severity].shape} tone={lintWords[severity].tone}>
                {lintWords[severity].word}
              </StatusWord>
              <span className="min-w-0 flex-1 basis-64 wrap-anywhere">
                {statement !== null && <span className="text-muted">Statement {statement + 1}: </span>}
                <Literal text={message} />
              </span>
            </li>
          ))}
        </ul>
      )}
      <UnreadNote unread={unread} />
    </div>
  );
}
