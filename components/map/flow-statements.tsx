import { StatementText } from "@/components/shared/statement-text";
import { TextLink } from "@/components/shared/text-link";
import { wordsOf } from "@/components/shared/trace-words";
import { Literal } from "@/components/ui/literal";
import type { MapFlowView } from "@/lib/contract/map";
import { routes } from "@/lib/routes";

const shownStatements = 3;

const ungovernedWords = {
  before: "Before, ZPR did not look at it: neither end carried an attribute.",
  after: "After, ZPR does not look at it: neither end carries an attribute.",
};

type FlowStatementsProps = {
  readonly flow: Pick<MapFlowView, "statements" | "causes" | "ungoverned" | "guard">;
  /** All of them, where there is room. */
  readonly isWhole?: boolean;
};

/** What a flow rests on: its statements with the policies that hold them, and why it is not certain. */
export function FlowStatements({ flow, isWhole = false }: FlowStatementsProps) {
  const { statements, causes, ungoverned, guard } = flow;
  const shown = isWhole ? statements : statements.slice(0, shownStatements);
  return (
    <span className="flex min-w-48 flex-col gap-1">
      {shown.map(({ text, places }) => (
        <span key={text} className="flex flex-col">
          <StatementText text={text} />
          <span className="text-note text-muted flex flex-wrap gap-x-2">
            {places.map(({ policyId, policyName, index }) => (
              <TextLink key={`${policyId}|${index}`} href={routes.zprPolicy(policyId, index)}>
                <Literal text={policyName} />, statement {index + 1}
              </TextLink>
            ))}
          </span>
        </span>
      ))}
      {shown.length < statements.length && (
        <span className="text-note text-muted">and {statements.length - shown.length} more statements</span>
      )}
      {ungoverned !== null && <span className="text-note text-muted">{ungovernedWords[ungoverned]}</span>}
      {guard !== null && (
        <span className="text-note text-muted">
          Breaks the guard file: <Literal text={guard} className="font-mono" />
        </span>
      )}
      {causes.map((code) => (
        <span key={code} className="text-note text-muted">
          {wordsOf(code)}
        </span>
      ))}
    </span>
  );
}
