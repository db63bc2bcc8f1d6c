import { type FilterTerm, keyOf } from "@/lib/filter-text/filter-term";

type Read = { readonly text: string; readonly to: number };

/** What stands in quotes from `at`, which is the quote; without an end it goes on to the end of the text. */
function readQuoted(source: string, at: number): Read {
  let text = "";
  let index = at + 1;
  for (; index < source.length && source[index] !== '"'; index += 1) {
    if (source[index] === "\\" && index + 1 < source.length) index += 1;
    text += source[index] ?? "";
  }
  return { text, to: Math.min(index + 1, source.length) };
}

function readBare(source: string, at: number, ends: RegExp): Read {
  const rest = source.slice(at);
  const length = rest.search(ends);
  const text = length < 0 ? rest : rest.slice(0, length);
  return { text, to: at + text.length };
}

const readValue = (source: string, at: number, ends: RegExp): Read =>
  source[at] === '"' ? readQuoted(source, at) : readBare(source, at, ends);

/** The alternatives of a key from `at`, parted by commas. None where nothing is written yet. */
function readValues(source: string, at: number): { readonly values: readonly string[]; readonly to: number } {
  const values: string[] = [];
  let to = at;
  for (;;) {
    const isQuoted = source[to] === '"';
    const value = readValue(source, to, /[\s,]/);
    if (isQuoted || value.text !== "") values.push(value.text);
    to = value.to;
    if (source[to] !== ",") return { values, to };
    to += 1;
  }
}

function readTerm(source: string, from: number): FilterTerm {
  const isNegated = source[from] === "-" && /\S/.test(source[from + 1] ?? "");
  const start = isNegated ? from + 1 : from;
  const key = source[start] === '"' ? null : keyOf(source.slice(start));
  if (key !== null) return { key, isNegated, from, ...readValues(source, start + key.length + 1) };
  const { text, to } = readValue(source, start, /\s/);
  // Text may go on right behind its closing quote; that is another term.
  return { key, isNegated, from, values: [text], to: Math.max(to, start + 1) };
}

/**
 * The terms of a filter as a person writes it: `region:us-ashburn-1 -state:stale k8s:<1.32 "quoted words" plain`. Every
 * text is some filter: a key may be unknown and may have no value, which is for the list to say.
 */
export function parseFilterText(text: string): readonly FilterTerm[] {
  const terms: FilterTerm[] = [];
  let at = 0;
  while (at < text.length) {
    if (/\s/.test(text[at] ?? "")) {
      at += 1;
      continue;
    }
    const term = readTerm(text, at);
    if (term.key !== null || term.values[0] !== "") terms.push(term);
    at = term.to;
  }
  return terms;
}
