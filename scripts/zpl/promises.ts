import { applyFix, type Fix, type Span } from "@/lib/zpr/policy-language/diagnostic";
import { parseStatement } from "@/lib/zpr/policy-language/parse-statement";
import { policyDocumentFrom } from "@/lib/zpr/policy-language/policy-document";
import { printStatement } from "@/lib/zpr/policy-language/print-statement";
import { noFacts } from "@/lib/zpr/policy-lint/lint-facts";
import { checkReport, reportJson, reportLines } from "@/scripts/zpl/check-report";

/** A short text is offered to be made twenty statements for each of its mistakes of that kind; a long one grows no more. */
const insertedLength = ({ length }: string) => (length < 2_000 ? 250 * length : 8 * length) + 1_000;

/** What the parser breaks of its promises for a text, in words; `null` when it keeps them all. */
export function problemOf(text: string): string | null {
  try {
    const { tokens, diagnostics, isValid, statement } = parseStatement(text);
    const inserted = diagnostics
      .flatMap(({ fix }) => fix?.edits ?? [])
      .reduce((sum, { insert }) => sum + insert.length, 0);
    if (inserted > insertedLength(text)) return `fixes of ${inserted} characters`;
    if (tokens.map((token) => token.text).join("") !== text) return "its tokens are not the text";
    if (!diagnostics.every((diagnostic) => isInside(text, diagnostic))) return "a mistake lies outside of the text";
    for (const { fix } of diagnostics)
      if (fix !== null && !isApplicable(text, fix)) return `a fix cannot be applied: ${fix.title}`;
    if (isValid !== diagnostics.every(({ severity }) => severity !== "error"))
      return "valid with errors, or invalid without";
    if (statement === null) return isValid ? "valid, and without a meaning" : null;
    const printed = printStatement(statement);
    const again = parseStatement(printed);
    if (!again.isValid || JSON.stringify(again.statement) !== JSON.stringify(statement))
      return `printed otherwise: ${printed}`;
    return again.statement !== null && printStatement(again.statement) === printed ? null : "printed twice, it differs";
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
}

/** How long a report on a text may be, whatever is wrong with it: so many times the text, and what is always there. */
const reportLength = (text: string) => 8 * text.length + 200_000;

/** The same for what `zpl check` prints of a text on one line. */
export function reportProblemOf(text: string): string | null {
  const line = text.replaceAll(/[\r\n]/gu, " ").replace(/^\s*[[{]/u, " ");
  if (line.trim() === "") return null;
  const report = checkReport(policyDocumentFrom(line), noFacts);
  let length = 0;
  for (const each of reportLines("-", report, null)) length += each.length;
  const longest = Math.max(length, reportJson("-", report, null).length);
  return longest > reportLength(line) ? `a report of ${longest} characters on a text of ${line.length}` : null;
}

const isInside = (text: string, { from, to }: Span) => from >= 0 && from <= to && to <= text.length;

function isApplicable(text: string, fix: Fix): boolean {
  const edits = fix.edits.toSorted((a, b) => a.from - b.from || a.to - b.to);
  const areApart = edits.every((edit, index) => isInside(text, edit) && edit.from >= (edits[index - 1]?.to ?? 0));
  return areApart && applyFix(text, fix) !== text;
}
