import type { Span } from "@/lib/zpr/policy-language/diagnostic";
import { type IpBlock, ipBlockFrom } from "@/lib/zpr/policy-language/ip-block";
import { type AttributeText, parseAttribute } from "@/lib/zpr/policy-language/parse-attribute";
import {
  fixOf,
  type ParseContext,
  replacing,
  type Section,
  shown,
  spanOf,
} from "@/lib/zpr/policy-language/parse-context";
import { similarTo } from "@/lib/zpr/policy-language/similar-word";
import type { Endpoint } from "@/lib/zpr/policy-language/statement";
import type { AttributeNode, EndpointNode } from "@/lib/zpr/policy-language/statement-tree";
import type { Token, TokenKind } from "@/lib/zpr/policy-language/token";

const osn = "osn-services-ip-addresses";
const wrongOsn = "osn-services-ip-endpoints";
const glued: readonly TokenKind[] = ["attribute", "word", "placeholder", "quoted", "endpoint-word", "address"];

/** Whether a token can be an endpoint, however badly written. */
export const isEndpointLike = ({ kind }: Token): boolean => kind !== "word" && glued.includes(kind);

/**
 * Whether a text was meant to be an address, though it is none. What has a period before its first colon is not: that
 * is how a namespace and a key begin.
 */
const isAddressLike = (text: string) => {
  if (text.length > 60) return false;
  const colon = text.indexOf(":");
  if (colon < 0) return /^\s*\d{1,4}\.\d{1,4}\.[\d.]*(?:\s*[/,;-].*|\s*)$/su.test(text);
  if (text.lastIndexOf(".", colon) >= 0) return false;
  return /^[\da-f:.]+\/\d+$/iu.test(text) || /^[\da-f:.]*::[\da-f:.]*$/iu.test(text);
};

/** An IPv6 address without quotes reads as an attribute; no namespace or key is likely to look like one. */
const bareIpv6From = (text: string): IpBlock | null =>
  text.includes("::") || text.split(":", 9).length > 7 ? ipBlockFrom(text) : null;

/** `'<CIDR block of the clients>'`: quoted, a template's placeholder is no word of its own. */
const isPlaceholder = (text: string) => /^\s*<[^<>]+>\s*$/u.test(text);

type Found = { readonly node: EndpointNode; /** The index behind it. */ readonly next: number };

function foundAt(
  context: ParseContext,
  section: Section,
  endpoint: Endpoint | null,
  isQuoted = false,
  attribute: AttributeNode | null = null,
): Found {
  const { from, to } = spanOf(context, section);
  return { node: { from, to, endpoint, attribute, isQuoted }, next: section.to };
}

function foundAttribute(context: ParseContext, section: Section, given: AttributeText): Found {
  const node = parseAttribute(context, given);
  return foundAt(context, section, node && { kind: "attribute", attribute: node.attribute }, given.isQuoted, node);
}

/** Reads what stands at the beginning of a section as an endpoint or attribute of a location. */
export function parseEndpoint(context: ParseContext, { from, to }: Section): Found | null {
  const token = context.words[from];
  if (token === undefined || from >= to) return null;
  const section = { from, to: endOfGlued(context, { from, to }) };
  if (section.to > from + 1 || token.kind === "placeholder") return gluedEndpoint(context, section);
  if (token.kind === "quoted") return quotedEndpoint(context, token, section);
  if (token.kind === "attribute") return attributeEndpoint(context, token, section);
  return glued.includes(token.kind) ? wordEndpoint(context, token, section) : null;
}

/** The words that follow one another without a blank: `app:'web 2'`, `app:<value>`. */
function endOfGlued({ words }: ParseContext, { from, to }: Section): number {
  let end = from + 1;
  for (; end < to; end += 1) {
    const [token, previous] = [words[end], words[end - 1]];
    if (token === undefined || previous === undefined || token.from !== previous.to) break;
    if (!glued.includes(token.kind) || !glued.includes(previous.kind)) break;
  }
  return end;
}

/** Several words in one: a placeholder among them, or quotes around the value alone. */
function gluedEndpoint(context: ParseContext, section: Section): Found {
  const words = context.words.slice(section.from, section.to);
  const span = spanOf(context, section);
  const written = shown(context.text.slice(span.from, span.to));
  const [name, value] = words;
  if (words.some(({ kind }) => kind === "placeholder")) {
    reportPlaceholder(context, span);
  } else if (words.length === 2 && name?.kind === "attribute" && value?.quotation && /^[^:]+:$/u.test(name.text)) {
    const text = name.text + value.quotation.value;
    const quoted = `'${text.replaceAll("'", "''")}'`;
    context.report("value-quoted-alone", span, "The quotes stand around the value alone.", {
      expected: [shown(quoted)],
      fix: fixOf("Put the whole attribute in the quotes", replacing(span, quoted)),
    });
    return foundAttribute(context, section, { text, span, inner: span, isQuoted: true });
  } else {
    context.report("expected-endpoint", span, `${written} is no endpoint.`, { expected: ["namespace.key:value"] });
  }
  return foundAt(context, section, null);
}

/** What a placeholder stands for, by its own words: an address where these name one. */
function reportPlaceholder(context: ParseContext, span: Span): void {
  const text = context.text.slice(span.from, span.to);
  const isOfAddress = /\b(?:cidr|ip|ipv4|ipv6|address|block|subnet)\b/iu.test(text.slice(0, 200));
  context.report("placeholder", span, `${shown(text)} was not filled in.`, {
    expected: [isOfAddress ? "'10.0.0.0/16'" : "namespace.key:value"],
  });
}

function quotedEndpoint(context: ParseContext, token: Token, section: Section): Found {
  const text = token.quotation?.value ?? "";
  const folded = text.length > wrongOsn.length ? "" : text.toLowerCase();
  if (folded === "all-endpoints") return foundAt(context, section, { kind: "all-endpoints" }, true);
  if (folded === osn) return foundAt(context, section, { kind: "osn-services" }, true);
  if (folded === wrongOsn) return wrongOsnEndpoint(context, token, section);
  if (ipBlockFrom(text) !== null) return foundAt(context, section, { kind: "address", text }, true);
  if (isAddressLike(text)) return wrongAddress(context, token, text, section);
  if (isPlaceholder(text)) {
    reportPlaceholder(context, token);
    return foundAt(context, section, null, true);
  }
  const closing = token.quotation?.closing === "missing" ? 0 : 1;
  const inner = { from: token.from + 1, to: Math.max(token.from + 1, token.to - closing) };
  const span = { from: token.from, to: token.to };
  return foundAttribute(context, section, { text, span, inner, isQuoted: true });
}

function attributeEndpoint(context: ParseContext, token: Token, section: Section): Found {
  const { text } = token;
  if (bareIpv6From(text) !== null) return unquotedAddress(context, token, section);
  if (isAddressLike(text)) return wrongAddress(context, token, text, section);
  const span = { from: token.from, to: token.to };
  return foundAttribute(context, section, { text, span, inner: span, isQuoted: false });
}

function wordEndpoint(context: ParseContext, token: Token, section: Section): Found {
  const { folded, text } = token;
  if (folded === "all-endpoints") return foundAt(context, section, { kind: "all-endpoints" });
  if (folded === osn) {
    context.report("osn-not-quoted", token, `${text} lacks its quotes.`, {
      expected: [`'${osn}'`],
      fix: fixOf("Put it in single quotes", replacing(token, `'${osn}'`)),
    });
    return foundAt(context, section, { kind: "osn-services" });
  }
  if (folded === wrongOsn) return wrongOsnEndpoint(context, token, section);
  if (ipBlockFrom(text) !== null) return unquotedAddress(context, token, section);
  if (token.kind === "address" || isAddressLike(text)) return wrongAddress(context, token, text, section);
  reportWord(context, token, context.words[section.to]);
  return foundAt(context, section, null);
}

function reportWord(context: ParseContext, token: Token, after: Token | undefined): void {
  const { folded, text } = token;
  const slip = similarTo(folded, ["all-endpoints", osn]);
  if (slip !== null) {
    const written = slip === osn ? `'${osn}'` : slip;
    context.report("misspelled-keyword", token, `${shown(text)} is taken for ${slip}.`, {
      expected: [written],
      fix: fixOf(`Write ${written}`, replacing(token, written)),
    });
  } else if (folded === "all" && after?.folded === "endpoints") {
    const span = { from: token.from, to: after.to };
    context.report("misspelled-keyword", span, "all endpoints is taken for all-endpoints.", {
      expected: ["all-endpoints"],
      fix: fixOf("Write all-endpoints", replacing(span, "all-endpoints")),
    });
  } else if (text.includes("${")) {
    context.report("placeholder", token, `${shown(text)} is an expression that was not filled in.`);
  } else if (text.includes(".")) {
    const span = { from: token.from, to: token.to };
    parseAttribute(context, { text, span, inner: span, isQuoted: false });
  } else {
    context.report("expected-endpoint", token, `${shown(text)} is no endpoint.`, {
      expected: ["namespace.key:value", "all-endpoints", `'${osn}'`, "'10.0.0.0/16'"],
    });
  }
}

function wrongOsnEndpoint(context: ParseContext, token: Token, section: Section): Found {
  context.report("osn-services-ip-endpoints", token, `There is no ${wrongOsn}.`, {
    expected: [`'${osn}'`],
    fix: fixOf(`Write '${osn}'`, replacing(token, `'${osn}'`)),
  });
  return foundAt(context, section, { kind: "osn-services" }, token.kind === "quoted");
}

function unquotedAddress(context: ParseContext, token: Token, section: Section): Found {
  context.report("address-not-quoted", token, `${token.text} lacks its quotes.`, {
    expected: [`'${token.text}'`],
    fix: fixOf("Put it in single quotes", replacing(token, `'${token.text}'`)),
  });
  return foundAt(context, section, { kind: "address", text: token.text });
}

function wrongAddress(context: ParseContext, token: Token, text: string, section: Section): Found {
  const bare = text.replaceAll(/\s+/gu, "");
  const isOnlyBlanks = bare !== text && ipBlockFrom(bare) !== null;
  context.report("address", token, `${shown(text)} is no IP address or CIDR block.`, {
    expected: ["'10.0.0.0/16'"],
    fix: isOnlyBlanks ? fixOf("Take the blanks out", replacing(token, `'${bare}'`)) : null,
  });
  return foundAt(context, section, null);
}
