import type { Quotation } from "@/lib/zpr/policy-language/token";

export type ScannedQuotation = Quotation & { readonly to: number };

/** Where text whose quote was forgotten most likely ends: before a word of the language. */
const likelyEnd = /\s(?=(?:endpoints|to|vcn|with|allow|in)(?![^\s'",=;]))|[,;]/iu;
const openFilter = /(?:protocol(?:\.icmp\.(?:type|code))?|connection-state)\s{0,8}=\s{0,8}$/iu;
const keywordHere = /(?:endpoints|to|connect|vcn|with|allow|in)(?![^\s'",=;])/iuy;
const keywordAhead = /\s(?:endpoints|to|vcn|with|allow|in)(?![^\s'",=;])/iuy;
const nearby = 400;
const endsHere = /[\s,;=)]/u;

/**
 * Reads text in plain single quotes from its first quote on. Takes time in proportion to what it reads, but for a quote
 * that is never closed, of which there is one in a text.
 */
export function scanQuotation(text: string, from: number): ScannedQuotation {
  const undoubled: number[] = [];
  let value = "";
  let likely = -1;
  for (let at = from + 1; ;) {
    const quote = text.indexOf("'", at);
    if (quote < 0) return unclosed(text, from, text.length);
    if (text[quote + 1] === "'") {
      if (likely < 0 && isBeforeKeyword(text, quote + 2)) likely = quote + 2;
      value += text.slice(at, quote + 1);
      at = quote + 2;
    } else if (isOpening(text, from, quote)) {
      return unclosed(text, from, quote);
    } else if (isInner(text, quote)) {
      // Of two quotes before a word of the language, the other was one too many: this quote opens what comes next. Only
      // so near that what is read twice is little.
      if (likely >= 0 && quote - likely < nearby) return unclosed(text, from, likely);
      undoubled.push(quote);
      value += text.slice(at, quote + 1);
      at = quote + 1;
    } else {
      return { value: value + text.slice(at, quote), closing: "closed", undoubled, to: quote + 1 };
    }
  }
}

function isBeforeKeyword(text: string, at: number): boolean {
  keywordAhead.lastIndex = at;
  return keywordAhead.test(text);
}

/** A quote after the name of a filter opens the filter's value: the one before was never closed. */
function isOpening(text: string, from: number, quote: number): boolean {
  return openFilter.test(text.slice(Math.max(from + 1, quote - 40), quote));
}

/** A quote with text right behind it, and another quote that ends that text, belongs to the text: `'app.name:o'brien'`. */
function isInner(text: string, quote: number): boolean {
  const next = text[quote + 1];
  if (next === undefined || endsHere.test(next)) return false;
  keywordHere.lastIndex = quote + 1;
  if (keywordHere.test(text)) return false;
  const closing = text.indexOf("'", quote + 1);
  if (closing < 0) return false;
  const between = text.slice(quote + 1, closing);
  return !/[=,;]|\s(?:to|with|vcn)\s/iu.test(between);
}

/** Whether text that nothing closes ends with two quotes, of which the other was not meant. */
export const endsTwice = (inside: string): boolean => inside.length > 2 && inside.endsWith("''");

function unclosed(text: string, from: number, limit: number): ScannedQuotation {
  const rest = text.slice(from + 1, limit);
  const end = rest.search(likelyEnd);
  const inside = (end < 0 ? rest : rest.slice(0, end)).trimEnd();
  // Two quotes at its end are one too many, not a quote that is part of the value.
  const own = endsTwice(inside) ? inside.slice(0, -2) : inside;
  return { value: own.replaceAll("''", "'"), closing: "missing", undoubled: [], to: from + 1 + inside.length };
}
