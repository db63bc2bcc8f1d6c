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

type Edge = { readonly at: number; readonly severity: Severity; readonly step: 1 | -1 };

/**
 * Cuts a statement at its tokens and at the edges of the marks. Takes time in proportion to its length and to how many
 * marks there are: a long line may have thousands.
 */
export function statementPieces(text: string, marks: readonly StatementMark[] = []): readonly StatementPiece[] {
  const edges = marks
    .map(widened)
    .flatMap(({ from, to, severity }): readonly Edge[] => [
      { at: from, severity, step: 1 },
      { at: to, severity, step: -1 },
    ])
    .toSorted((a, b) => a.at - b.at);
  const covering: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  let next = 0;
  const pieces: StatementPiece[] = [];
  for (const { kind, from, to } of tokenize(text)) {
    for (let start = from; start < to;) {
      for (let edge = edges[next]; edge !== undefined && edge.at <= start; edge = edges[(next += 1)])
        covering[edge.severity] += edge.step;
      const end = Math.min(to, edges[next]?.at ?? to);
      const mark = severities.find((severity) => covering[severity] > 0) ?? null;
      pieces.push({ kind, from: start, to: end, text: text.slice(start, end), mark });
      start = end;
    }
  }
  return pieces;
}
