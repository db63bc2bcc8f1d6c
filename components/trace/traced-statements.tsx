import { StatementText } from "@/components/shared/statement-text";
import { TextLink } from "@/components/shared/text-link";
import { partWords, wordsOf } from "@/components/shared/trace-words";
import { Literal } from "@/components/ui/literal";
import { StatusWord } from "@/components/ui/status-word";
import type { TracedStatementView } from "@/lib/contract/trace";
import { routes } from "@/lib/routes";

type TracedStatementsProps = { readonly label: string; readonly statements: readonly TracedStatementView[] };

const servesWords = { source: "It speaks for the source’s end.", destination: "It speaks for the destination’s end." };

/** Statements with the policies that hold them, and the parts of each that do not fit. */
export function TracedStatements({ label, statements }: TracedStatementsProps) {
  return (
    <ul aria-label={label} className="flex flex-col gap-2">
      {statements.map(({ text, places, serves, failed, reasons }) => (
        <li
          key={`${text}|${serves}`}
          className="rounded-box border-line bg-surface flex flex-col gap-1.5 border px-3 py-2"
        >
          <p>
            <StatementText text={text} />
          </p>
          <p className="text-muted flex flex-wrap gap-x-3">
            {places.map(({ policyId, policyName, index }) => (
              <TextLink key={`${policyId}|${index}`} look="inline" href={routes.zprPolicy(policyId, index)}>
                <Literal text={policyName} />, statement {index + 1}
              </TextLink>
            ))}
            {serves !== "both" && <span>{servesWords[serves]}</span>}
          </p>
          {failed.map((part) => (
            <StatusWordLine key={part} word={partWords[part].word} reason={reasons[part]} />
          ))}
        </li>
      ))}
    </ul>
  );
}

const StatusWordLine = ({ word, reason }: { readonly word: string; readonly reason: string }) => (
  <p className="flex flex-wrap items-baseline gap-x-2">
    <StatusWord shape="octagon" tone="blocked">
      The {word} does not fit
    </StatusWord>
    <span className="text-muted">{wordsOf(reason)}</span>
  </p>
);
