import { applyFix, type Fix, type TextEdit } from "@/lib/zpr/policy-language/diagnostic";

const maxText = 600;
const maxInserted = 6_000;
const maxEdits = 3;
const around = 40;
const maxInsert = 200;

/** What a fix makes of a statement that can be shown whole; `null` of a long one. */
export function fixedText(text: string, fix: Fix): string | null {
  const inserted = fix.edits.reduce((sum, { insert }) => sum + insert.length, 0);
  return text.length <= maxText && inserted <= maxInserted ? applyFix(text, fix) : null;
}

function excerptOf(text: string, { from, to, insert }: TextEdit): string {
  const [before, after] = [text.slice(Math.max(0, from - around), from), text.slice(to, to + around)];
  const written = insert.length > maxInsert ? `${insert.slice(0, maxInsert)}…` : insert;
  return `${from > around ? "…" : ""}${before}${written}${after}${to + around < text.length ? "…" : ""}`;
}

/** What a fix makes of a statement, in lines: of a long one only what is changed, and what stands around it. */
export function fixedLines(text: string, fix: Fix): readonly string[] {
  const whole = fixedText(text, fix);
  if (whole !== null) return whole.split("\n");
  return fix.edits.slice(0, maxEdits).flatMap((edit) => excerptOf(text, edit).split("\n"));
}
