import { applyFix, type Fix, type Span } from "@/lib/zpr/policy-language/diagnostic";
import { parseStatement } from "@/lib/zpr/policy-language/parse-statement";
import { printStatement } from "@/lib/zpr/policy-language/print-statement";

/** What the parser breaks of its promises for a text, in words; `null` when it keeps them all. */
export function problemOf(text: string): string | null {
  try {
    const { tokens, diagnostics, isValid, statement } = parseStatement(text);
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

const isInside = (text: string, { from, to }: Span) => from >= 0 && from <= to && to <= text.length;

function isApplicable(text: string, fix: Fix): boolean {
  const edits = fix.edits.toSorted((a, b) => a.from - b.from || a.to - b.to);
  const areApart = edits.every((edit, index) => isInside(text, edit) && edit.from >= (edits[index - 1]?.to ?? 0));
  return areApart && applyFix(text, fix) !== text;
}
