import { filterTermText } from "@/lib/filter-text/filter-term";
import { parseFilterText } from "@/lib/filter-text/parse-filter-text";

/** What is being written where the caret stands. */
export type Writing =
  /** A word that may become a key; `isNegated` when it leaves out. */
  | {
      readonly part: "key";
      readonly from: number;
      readonly to: number;
      readonly written: string;
      readonly isNegated: boolean;
    }
  /** A value of a key: the last one of its term. */
  | {
      readonly part: "value";
      readonly from: number;
      readonly to: number;
      readonly key: string;
      readonly before: readonly string[];
      readonly written: string;
      readonly isNegated: boolean;
    };

/** What is written at the caret; between two terms, the beginning of another. */
export function writingAt(text: string, caret: number): Writing {
  const term = parseFilterText(text).find(({ from, to }) => from <= caret && caret <= to);
  if (term === undefined || (term.key === null && text[term.from] === '"')) {
    return { part: "key", from: caret, to: caret, written: "", isNegated: false };
  }
  const { from, to, key, values, isNegated } = term;
  if (key === null) return { part: "key", from, to, written: values[0] ?? "", isNegated };
  const isOpen = /[:,]$/.test(text.slice(from, to));
  const before = isOpen ? values : values.slice(0, -1);
  return { part: "value", from, to, key, before, written: isOpen ? "" : (values.at(-1) ?? ""), isNegated };
}

type Completed = { readonly text: string; readonly caret: number };

const replaced = (text: string, { from, to }: Writing, insert: string): Completed => ({
  text: text.slice(0, from) + insert + text.slice(to),
  caret: from + insert.length,
});

/** The text with a key in the place of what is written, ready for its value. */
export const withKey = (text: string, writing: Writing, key: string): Completed =>
  replaced(text, writing, `${writing.isNegated ? "-" : ""}${key}:`);

/** The text with a value in the place of what is written, ready for the next term. */
export function withValue(text: string, writing: Writing & { readonly part: "value" }, value: string): Completed {
  const { key, before, isNegated } = writing;
  const done = replaced(text, writing, filterTermText({ key, values: [...before, value], isNegated }));
  return text.slice(writing.to).startsWith(" ")
    ? { ...done, caret: done.caret + 1 }
    : { text: `${done.text.slice(0, done.caret)} ${done.text.slice(done.caret)}`, caret: done.caret + 1 };
}
