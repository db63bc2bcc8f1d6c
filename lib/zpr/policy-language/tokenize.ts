import { scanQuotation } from "@/lib/zpr/policy-language/quotation";
import { filterNames, keywords, type Quotation, type Token, type TokenKind } from "@/lib/zpr/policy-language/token";

const blank = /\s+/uy;
const word = /[^\s'"“”‘’`´=,;()<>]+/uy;
const placeholder = /<[^<>]*>/uy;
const addressStart = /^\d{1,3}(?:\.\d{1,3}){3}(?:\/|$)/u;

const kindOfWord = new Map<string, TokenKind>([
  ...keywords.map((each) => [each.toLowerCase(), "keyword"] as const),
  ...filterNames.map((each) => [each, "filter-name"] as const),
  ["all-endpoints", "endpoint-word"],
  ["osn-services-ip-addresses", "endpoint-word"],
]);

/** Quotes that word processors and other languages use, and what may close them. */
const otherQuotes: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '"': '"”“',
    "“": '”"“',
    "”": '”"',
    "‘": "’‘",
    "’": "’",
    "`": "`´",
    "´": "´",
  }),
);

function kindOf(text: string, folded: string): TokenKind {
  const known = kindOfWord.get(folded);
  if (known !== undefined) return known;
  if (text.includes(":")) return "attribute";
  return addressStart.test(text) ? "address" : "word";
}

/**
 * Takes any text and gives its tokens, blanks among them: put together they are the text. Takes time in proportion to
 * the length of the text, and is what an editor colours by.
 */
export function tokenize(text: string): readonly Token[] {
  const tokens: Token[] = [];
  const unclosed = new Set<string>();
  for (let at = 0; at < text.length;) {
    const token = tokenAt(text, at, unclosed);
    tokens.push(token);
    at = token.to;
  }
  return tokens;
}

/** @param unclosed the quotes that nothing behind here closes, added to as they are found */
function tokenAt(text: string, from: number, unclosed: Set<string>): Token {
  const char = text.charAt(from);
  if (char === " " && text.charAt(from + 1) !== " " && !/\s/u.test(text.charAt(from + 1))) {
    return { kind: "blank", from, to: from + 1, text: " ", folded: " ", quotation: null };
  }
  word.lastIndex = from;
  if (word.test(text)) {
    const found = text.slice(from, word.lastIndex);
    const folded = found.toLowerCase();
    return { kind: kindOf(found, folded), from, to: word.lastIndex, text: found, folded, quotation: null };
  }
  if (char === "'") {
    const { to, value, closing, undoubled } = scanQuotation(text, from);
    return quotedToken(text, from, to, { value, closing, undoubled });
  }
  if (char === "=") return plainToken("equals", text, from, from + 1);
  if (char === ",") return plainToken("comma", text, from, from + 1);
  blank.lastIndex = from;
  if (blank.test(text)) return plainToken("blank", text, from, blank.lastIndex);
  placeholder.lastIndex = from;
  if (placeholder.test(text)) return plainToken("placeholder", text, from, placeholder.lastIndex);
  const closing = unclosed.has(char) ? -1 : closingQuote(text, from, otherQuotes.get(char) ?? "");
  if (closing < 0) {
    unclosed.add(char);
    return plainToken("symbol", text, from, from + 1);
  }
  return quotedToken(text, from, closing + 1, {
    value: text.slice(from + 1, closing),
    closing: "other",
    undoubled: [],
  });
}

function plainToken(kind: TokenKind, text: string, from: number, to: number): Token {
  const slice = text.slice(from, to);
  return { kind, from, to, text: slice, folded: slice, quotation: null };
}

function quotedToken(text: string, from: number, to: number, quotation: Quotation): Token {
  const slice = text.slice(from, to);
  return { kind: "quoted", from, to, text: slice, folded: slice, quotation };
}

function closingQuote(text: string, from: number, closings: string): number {
  for (let at = closings === "" ? text.length : from + 1; at < text.length; at += 1)
    if (closings.includes(text.charAt(at))) return at;
  return -1;
}
