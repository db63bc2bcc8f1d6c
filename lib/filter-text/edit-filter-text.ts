import { type FilterTerm, filterTermText } from "@/lib/filter-text/filter-term";
import { parseFilterText } from "@/lib/filter-text/parse-filter-text";

/** The text with `insert` in the place of a span, one blank between what stands on either side. */
function replaced(text: string, { from, to }: Pick<FilterTerm, "from" | "to">, insert: string): string {
  return [text.slice(0, from).trimEnd(), insert, text.slice(to).trimStart()].filter((part) => part !== "").join(" ");
}

/** The text without one of its terms. */
export const withoutTerm = (text: string, term: FilterTerm): string => replaced(text, term, "");

const isSame = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** The values of a key that a text asks for, or, negated, leaves out. */
export const valuesOfKey = (text: string, key: string, isNegated = false): readonly string[] =>
  parseFilterText(text)
    .filter((term) => term.key === key && term.isNegated === isNegated)
    .flatMap(({ values }) => values);

/**
 * The text with a value of a key asked for, or no longer where it was: values of one key are alternatives, in one term.
 */
export function withValueToggled(text: string, key: string, value: string): string {
  const terms = parseFilterText(text).filter((term) => term.key === key && !term.isNegated);
  const holder = terms.find(({ values }) => values.some((each) => isSame(each, value)));
  if (holder) {
    const values = holder.values.filter((each) => !isSame(each, value));
    return replaced(text, holder, values.length === 0 ? "" : filterTermText({ ...holder, values }));
  }
  const [first] = terms;
  const end = { from: text.length, to: text.length };
  return first
    ? replaced(text, first, filterTermText({ ...first, values: [...first.values, value] }))
    : replaced(text, end, filterTermText({ key, values: [value], isNegated: false }));
}
