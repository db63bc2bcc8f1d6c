import type { FilterTerm } from "@/lib/filter-text/filter-term";
import { parseFilterText } from "@/lib/filter-text/parse-filter-text";
import { type FilterKey, keyTest } from "@/lib/inventory/projections/filter-key";
import { searchTextOf } from "@/lib/inventory/projections/free-text";

export type FilterKeys<T> = Readonly<Record<string, FilterKey<T>>>;

type RowFilter<T> = {
  /** Whether a row fits all that could be understood, but for what is asked of one key. */
  readonly holds: (row: T, exceptKey?: string) => boolean;
  /** What could not be understood, in words; such terms narrow nothing. */
  readonly problems: readonly string[];
};

type TermTest<T> =
  | { readonly key: string | null; readonly holds: (row: T) => boolean }
  /** `null` for a term that is only being written. */
  | { readonly problem: string | null };

const examples = { number: "3, <3 or >=10", version: "1.33, <1.32 or >=1.34" } as const;

const keyNames = (keys: object): string => Object.keys(keys).join(", ");

function keyTermTest<T extends object>(
  term: FilterTerm,
  name: string,
  keys: FilterKeys<T>,
  isLast: boolean,
): TermTest<T> {
  const key = Object.hasOwn(keys, name) ? keys[name] : undefined;
  if (key === undefined) {
    const quotes = `To look for the text itself, put it in quotes: "${name}:${term.values.join(",")}".`;
    return { problem: `There is no key "${name}" in this list. The keys are ${keyNames(keys)}. ${quotes}` };
  }
  if (term.values.length === 0 && isLast) return { problem: null };
  if (term.values.length === 0) return { problem: `Write what "${name}:" has to be, such as ${name}:value.` };
  const tests = term.values.map((value) => keyTest(key, value));
  const wrong = tests.indexOf(null);
  if (wrong >= 0) {
    const example = key.kind === "number" || key.kind === "version" ? ` Use ${examples[key.kind]}.` : "";
    return { problem: `"${term.values[wrong] ?? ""}" is no value of "${name}".${example}` };
  }
  return { key: name, holds: (row) => tests.some((test) => test?.(row)) !== term.isNegated };
}

function termTest<T extends object>(
  term: FilterTerm,
  keys: FilterKeys<T>,
  textsOf: (row: T) => readonly string[],
  isLast: boolean,
): TermTest<T> {
  if (term.key !== null) return keyTermTest(term, term.key, keys, isLast);
  const wanted = (term.values[0] ?? "").toLowerCase();
  return { key: null, holds: (row) => searchTextOf(row, textsOf).includes(wanted) !== term.isNegated };
}

/** The text of a filter as what tells whether a row fits it. */
export function rowFilter<T extends object>(
  text: string | undefined,
  keys: FilterKeys<T>,
  textsOf: (row: T) => readonly string[],
): RowFilter<T> {
  const tests = parseFilterText(text ?? "").map((term) =>
    termTest(term, keys, textsOf, term.to === (text ?? "").length),
  );
  const terms = tests.flatMap((test) => ("problem" in test ? [] : [test]));
  return {
    holds: (row, exceptKey) => terms.every(({ key, holds }) => (key !== null && key === exceptKey) || holds(row)),
    problems: tests.flatMap((test) => ("problem" in test && test.problem !== null ? [test.problem] : [])),
  };
}
