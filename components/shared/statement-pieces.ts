import { type Severity, severities, type Span } from "@/lib/zpr/policy-language/diagnostic";
import type { TokenKind } from "@/lib/zpr/policy-language/token";
import { tokenize } from "@/lib/zpr/policy-language/tokenize";

/** A piece of a statement that something is to be said of. */
export type StatementMark = Span & { readonly severity: Severity };

/** Characters that are drawn alike. Put together, the pieces are the text. */
export type StatementPiece = Span & {
  readonly text: string;
  readonly kind: TokenKind;
  /** The gravest of the marks that cover it. */
  readonly mark: Severity | null;
};

/** What is missing has no width: the character before shows where. */
const widened = ({ from, to, severity }: StatementMark): StatementMark =>
  from === to ? { from: Math.max(0, from - 1), to: from, severity } : { from, to, severity };

/** Cuts a statement at its tokens and at the edges of the marks. */
export function statementPieces(text: string, marks: readonly StatementMark[] = []): readonly StatementPiece[] {
  const wide = marks.map(widened);
  const edges = [...new Set(wide.flatMap(({ from, to }) => [from, to]))].toSorted((a, b) => a - b);
  return tokenize(text).flatMap(({ kind, from, to }) => {
    const cuts = [from, ...edges.filter((edge) => edge > from && edge < to), to];
    return cuts.slice(1).map((end, index) => {
      const start = cuts[index] ?? from;
      const covering = wide.filter((mark) => mark.from < end && mark.to > start);
      const mark = severities.find((severity) => covering.some((each) => each.severity === severity)) ?? null;
      return { kind, from: start, to: end, text: text.slice(start, end), mark };
    });
  });
}
