/** One term of a filter, and where it stands in the text. */
export type FilterTerm = {
  /** What is narrowed, in lower case; `null` for text that is looked for anywhere in a row. */
  readonly key: string | null;
  /** Alternatives: one of them must hold. Text without a key has one. */
  readonly values: readonly string[];
  /** The term keeps what does not fit it. */
  readonly isNegated: boolean;
  readonly from: number;
  readonly to: number;
};

type TermParts = Pick<FilterTerm, "key" | "values" | "isNegated">;

const keyBefore = /^([a-z][a-z0-9-]*):/i;

/** The key at the beginning of a word, or `null`: what holds a dot before its colon is an attribute, not a key. */
export const keyOf = (word: string): string | null => keyBefore.exec(word)?.[1]?.toLowerCase() ?? null;

const quoted = (text: string): string => `"${text.replaceAll(/["\\]/g, String.raw`\$&`)}"`;

const valueText = (value: string): string => (value === "" || /[\s",]/.test(value) ? quoted(value) : value);

const plainText = (text: string): string =>
  text === "" || /[\s"]/.test(text) || text.startsWith("-") || keyOf(text) !== null ? quoted(text) : text;

/** A term as it is written: quoted where it has to be, so that reading it gives the same term again. */
export function filterTermText({ key, values, isNegated }: TermParts): string {
  const sign = isNegated ? "-" : "";
  return key === null ? `${sign}${plainText(values[0] ?? "")}` : `${sign}${key}:${values.map(valueText).join(",")}`;
}
