import type { Diagnostic, Fix, Span, TextEdit } from "@/lib/zpr/policy-language/diagnostic";
import { type SyntaxRule, syntaxRules } from "@/lib/zpr/policy-language/syntax-rule";
import type { Token } from "@/lib/zpr/policy-language/token";

type More = { readonly expected?: readonly string[]; readonly fix?: Fix | null };

/** What the parts of the parser share about the statement that they parse. */
export type ParseContext = {
  readonly text: string;
  /** The tokens without blanks. */
  readonly words: readonly Token[];
  readonly diagnostics: readonly (Diagnostic & { readonly rule: SyntaxRule })[];
  readonly report: (rule: SyntaxRule, span: Span, message: string, more?: More) => void;
};

/** Some of the words, one after the other: from the first index on, up to and without the second. */
export type Section = { readonly from: number; readonly to: number };

export function parseContextOf(text: string, tokens: readonly Token[]): ParseContext {
  const diagnostics: (Diagnostic & { rule: SyntaxRule })[] = [];
  return {
    text,
    words: tokens.filter(({ kind }) => kind !== "blank"),
    diagnostics,
    report: (rule, { from, to }, message, { expected = [], fix = null } = {}) => {
      diagnostics.push({ rule, severity: syntaxRules[rule].severity, from, to, message, expected, fix });
    },
  };
}

export const replacing = ({ from, to }: Span, insert: string): TextEdit => ({ from, to, insert });
export const inserting = (at: number, insert: string): TextEdit => ({ from: at, to: at, insert });
export const fixOf = (title: string, ...edits: readonly TextEdit[]): Fix => ({ title, edits });

/** Removes words together with the blanks before them. */
export function removing({ words }: ParseContext, { from, to }: Section): TextEdit {
  const before = words[from - 1]?.to ?? 0;
  return { from: before, to: words[to - 1]?.to ?? before, insert: "" };
}

/** The piece of text that some words cover; where there are none, the point at which they should stand. */
export function spanOf({ words, text }: ParseContext, { from, to }: Section): Span {
  const [first, last] = [words[from], words[to - 1]];
  if (first !== undefined && last !== undefined && to > from) return { from: first.from, to: last.to };
  const point = words[from - 1]?.to ?? words[from]?.from ?? text.length;
  return { from: point, to: point };
}

/** How a piece of text is quoted in a message: whole when short. */
export function shown(text: string): string {
  const plain = text.slice(0, 200).replaceAll(/\s+/gu, " ");
  // Without half of a character at its end.
  return plain.length > 40 ? `${plain.slice(0, 39).replace(/[\uD800-\uDBFF]$/u, "")}…` : plain;
}
