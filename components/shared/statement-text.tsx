import { type StatementMark, statementPieces } from "@/components/shared/statement-pieces";
import { Literal } from "@/components/ui/literal";
import { cn } from "@/lib/cn";
import type { Severity } from "@/lib/zpr/policy-language/diagnostic";
import type { TokenKind } from "@/lib/zpr/policy-language/token";

/** How each kind of token is drawn. Reading never depends on it. */
const tokenClass: Record<TokenKind, string> = {
  blank: "",
  keyword: "text-muted",
  attribute: "text-accent font-medium",
  quoted: "text-allowed",
  "endpoint-word": "text-ink font-medium italic",
  address: "text-allowed",
  "filter-name": "text-muted",
  equals: "text-muted",
  comma: "text-muted",
  placeholder: "text-unknown italic",
  word: "text-ink",
  symbol: "text-ink",
};

const markClass: Record<Severity, string> = {
  error: "decoration-blocked underline decoration-wavy underline-offset-[3px]",
  warning: "decoration-warning-edge underline decoration-wavy underline-offset-[3px]",
  info: "decoration-edge underline decoration-dotted underline-offset-[3px]",
};

/** The look of a piece of a statement, here and in the editor. */
export const statementPieceClass = (kind: TokenKind, mark: Severity | null): string =>
  cn(tokenClass[kind], mark && markClass[mark]);

type StatementTextProps = {
  readonly text: string;
  /** Underlined; what they mean stands beside the statement in words. */
  readonly marks?: readonly StatementMark[];
};

/** A statement as it is written, coloured by the tokeniser of the language. */
export function StatementText({ text, marks = [] }: StatementTextProps) {
  return (
    <code dir="ltr" className="text-note font-mono leading-5 wrap-anywhere">
      {statementPieces(text, marks).map(({ from, text: piece, kind, mark }) => (
        <Literal key={from} text={piece} className={statementPieceClass(kind, mark)} />
      ))}
    </code>
  );
}
