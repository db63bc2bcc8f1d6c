/** A piece of a text, in UTF-16 code units from its beginning, as editors and JavaScript's strings count. */
export type Span = { readonly from: number; readonly to: number };

/** What stands from `from` to `to` is replaced by `insert`. */
export type TextEdit = Span & { readonly insert: string };

/** A cure that can be applied as it is: edits of one text that do not overlap, all counted in the text before any. */
export type Fix = { readonly title: string; readonly edits: readonly TextEdit[] };

/** `error`: the statement does not parse. `warning`: it does, and it may not do what was meant. `info`: worth knowing. */
export const severities = ["error", "warning", "info"] as const;
export type Severity = (typeof severities)[number];

/** One finding about a piece of a statement. */
export type Diagnostic = Span & {
  /** The stable id of the rule, as docs/zpl-rules.md lists it. */
  readonly rule: string;
  readonly severity: Severity;
  /** One sentence for a person. */
  readonly message: string;
  /** What would have been right there, as written in a statement; empty where no single thing is missing. */
  readonly expected: readonly string[];
  readonly fix: Fix | null;
};

/**
 * Who has read so many findings of one statement has seen what is wrong with it; there can be as many as it is long. The
 * gravest are kept, in their order.
 */
export function gravestOf<T>(all: readonly T[], severityOf: (each: T) => Severity): readonly T[] {
  if (all.length <= shownOfStatement) return all;
  const bySeverity = severities.flatMap((severity) => all.filter((each) => severityOf(each) === severity));
  const kept = new Set(bySeverity.slice(0, shownOfStatement));
  return all.filter((each) => kept.has(each));
}

const shownOfStatement = 20;

/** The text after a fix. */
export function applyFix(text: string, { edits }: Fix): string {
  let after = "";
  let at = 0;
  for (const { from, to, insert } of edits.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    after += text.slice(at, from) + insert;
    at = to;
  }
  return after + text.slice(at);
}
