import type { TextEdit } from "@/lib/zpr/policy-language/diagnostic";
import { parseFilterValue } from "@/lib/zpr/policy-language/filter-value";
import {
  fixOf,
  inserting,
  type ParseContext,
  removing,
  replacing,
  type Section,
  shown,
  spanOf,
} from "@/lib/zpr/policy-language/parse-context";
import { similarTo } from "@/lib/zpr/policy-language/similar-word";
import { type RepeatedFilter, splitFilters } from "@/lib/zpr/policy-language/split-statement";
import type { Filters } from "@/lib/zpr/policy-language/statement";
import type { FilterNode } from "@/lib/zpr/policy-language/statement-tree";
import { type FilterName, filterNames, type Token } from "@/lib/zpr/policy-language/token";

/** What has been read of the filters of one side. */
export type FilterState = {
  readonly nodes: FilterNode[];
  readonly firsts: Map<FilterName, FilterNode>;
  filters: Filters;
};

/** Whether a filter stands at an index, with or without the word that belongs before it. */
export function isFilterAt({ words }: ParseContext, { from, to }: Section): boolean {
  const [token, after] = [words[from], words[from + 1]];
  if (token === undefined || from >= to) return false;
  if (token.folded === "with" || token.kind === "filter-name" || isNameWithColon(token)) return true;
  return (token.kind === "word" || token.kind === "attribute") && from + 1 < to && after?.kind === "equals";
}

/** The same, a comma before it counted in. */
export function isFilterOrCommaAt(context: ParseContext, { from, to }: Section): boolean {
  const isComma = from < to && context.words[from]?.kind === "comma";
  return isFilterAt(context, { from: isComma ? from + 1 : from, to });
}

/** `protocol:'tcp/22'` */
const isNameWithColon = ({ folded }: Token) => folded.endsWith(":") && isFilterName(folded.slice(0, -1));
const isFilterName = (folded: string) => filterNames.some((name) => name === folded);

/** Reads filters that follow one endpoint, however they are joined; gives the index behind the last. */
export function parseFilters(context: ParseContext, section: Section, state: FilterState): number {
  const { words } = context;
  const first = section.from;
  const repeats: RepeatedFilter[] = [];
  let at = first;
  while (at < section.to) {
    const behindJoint = parseJoint(context, { from: at, to: section.to }, at === first);
    if (behindJoint === null) break;
    const start = skipCommas(context, { from: behindJoint, to: section.to });
    if (!isFilterAt(context, { from: start, to: section.to }) || words[start]?.folded === "with") {
      reportNothing(context, { from: at, to: start });
      at = start;
      continue;
    }
    const { node, next } = parseFilter(context, { from: start, to: section.to });
    const removal = removalOf(context, { joint: at, start, next, isFirst: at === first });
    const isRepeated = node.name !== null && state.firsts.has(node.name);
    if (isRepeated) {
      repeats.push({ node, removal });
    } else if (node.name !== null && node.value !== null) {
      const { from, to, text } = node.value;
      const narrowed = parseFilterValue(context, node.name, { text, inner: { from, to }, removal });
      state.filters = { ...state.filters, ...narrowed };
    }
    if (!isRepeated) state.nodes.push(node);
    if (node.name !== null && !isRepeated) state.firsts.set(node.name, node);
    at = next;
  }
  if (repeats.length > 0) reportRepeats(context, state, { all: repeats, from: words[first]?.from ?? 0 });
  return at;
}

/** What says the same again goes; what says something else is a statement of its own, offered once for all of them. */
function reportRepeats(
  context: ParseContext,
  state: FilterState,
  { all, from }: { readonly all: readonly RepeatedFilter[]; readonly from: number },
): void {
  for (const name of filterNames) {
    const repeats = all.filter(({ node }) => node.name === name);
    if (repeats.length === 0) continue;
    const first = state.firsts.get(name);
    const isSame = repeats.every(({ node }) => node.value !== null && node.value.text === first?.value?.text);
    // Those that text stands between are not taken for one list.
    const isSplit = !isSame && first !== undefined && first.from >= from && name !== "connection-state";
    for (const [index, { node, removal }] of repeats.entries()) {
      const split = isSplit && index === 0 ? splitFilters(context, first, repeats) : null;
      const message = isSame ? "stands here already." : "stands here already; a statement has one.";
      context.report("filter-twice", node, `${name} ${message}`, {
        fix: isSame ? fixOf("Remove it", removal) : split,
      });
    }
  }
}

/** Commas that join nothing, before a filter. */
function skipCommas(context: ParseContext, { from, to }: Section): number {
  let at = from;
  while (at < to && context.words[at]?.kind === "comma") at += 1;
  if (at === from || !isFilterAt(context, { from: at, to })) return from;
  const commas = { from, to: at };
  context.report("filter-form", spanOf(context, commas), "No filter stands before the comma.", {
    fix: fixOf("Remove it", removing(context, commas)),
  });
  return at;
}

type FilterPlace = { readonly joint: number; readonly start: number; readonly next: number; readonly isFirst: boolean };

/** Removes a filter so that the others still hang together. */
function removalOf(context: ParseContext, { joint, start, next, isFirst }: FilterPlace): TextEdit {
  const [own, comma, other] = [context.words[start], context.words[next], context.words[next + 1]];
  if (isFirst && comma?.kind === "comma" && own !== undefined && other !== undefined) {
    return { from: own.from, to: other.from, insert: "" };
  }
  return removing(context, { from: joint, to: next });
}

/** What joins a filter to what stands before: gives the index behind it, `null` when no filter follows. */
function parseJoint(context: ParseContext, { from, to }: Section, isFirst: boolean): number | null {
  const token = context.words[from];
  if (token === undefined) return null;
  const folded = token.folded;
  if (folded === "with") return from + 1;
  const isNext = isFilterAt(context, { from: from + 1, to });
  const wanted = isFirst ? "with" : ",";
  if (folded === "," || ((folded === "and" || folded === "where" || folded === ";") && isNext)) {
    if (folded === "," && !isFirst) return from + 1;
    const edit = isFirst
      ? replacing(token, "with")
      : { from: context.words[from - 1]?.to ?? 0, to: token.to, insert: "," };
    context.report("filter-form", token, `Filters are not joined by ${shown(token.text)} here.`, {
      expected: [wanted],
      fix: fixOf(`Write ${wanted}`, edit),
    });
    return from + 1;
  }
  if (!isFilterAt(context, { from, to })) return null;
  const before = context.words[from - 1]?.to ?? 0;
  context.report("filter-form", { from: token.from, to: token.from }, `${wanted} is missing before the filter.`, {
    expected: [wanted],
    fix: fixOf(`Add ${wanted}`, inserting(isFirst ? token.from : before, isFirst ? "with " : ",")),
  });
  return from;
}

function reportNothing(context: ParseContext, joint: Section): void {
  context.report("filter-form", spanOf(context, joint), "No filter follows.", {
    expected: ["protocol='tcp/443'"],
    fix: fixOf("Remove it", removing(context, joint)),
  });
}

type OneFilter = { readonly node: FilterNode; readonly next: number };

function parseFilter(context: ParseContext, { from, to }: Section): OneFilter {
  const { words } = context;
  const nameToken = words[from];
  if (nameToken === undefined)
    return { node: { ...spanOf(context, { from, to: from }), name: null, value: null }, next: from };
  const name = filterNameFrom(context, nameToken);
  let at = from + 1;
  const equals = at;
  while (at < to && words[at]?.kind === "equals") at += 1;
  const valueToken = at < to ? words[at] : undefined;
  if (valueToken === undefined || !isValueLike(valueToken, at === equals)) {
    const point = { from: words[at - 1]?.to ?? 0, to: words[at - 1]?.to ?? 0 };
    context.report("filter-form", point, `The value of ${shown(nameToken.text)} is missing.`, {
      expected: [at === equals ? "='value'" : "'value'"],
    });
    return { node: { ...spanOf(context, { from, to: at }), name, value: null }, next: at };
  }
  if (at !== equals + 1 || isNameWithColon(nameToken)) {
    const span = { from: nameToken.to - (isNameWithColon(nameToken) ? 1 : 0), to: valueToken.from };
    context.report("filter-form", span, `Between ${shown(nameToken.text)} and its value stands one =.`, {
      expected: ["="],
      fix: fixOf("Write =", replacing(span, "=")),
    });
  }
  const end = endOfValue(context, { from: at, to });
  const span = spanOf(context, { from: at, to: end });
  const value = valueFrom(context, valueToken, span);
  return { node: { from: nameToken.from, to: span.to, name, value }, next: end };
}

/** Without quotes a value goes on as long as no blank comes: `tcp/22,443`. */
function endOfValue({ words }: ParseContext, { from, to }: Section): number {
  let end = from + 1;
  if (words[from]?.kind === "quoted") return end;
  while (end < to && words[end]?.from === words[end - 1]?.to && ["comma", "word"].includes(words[end]?.kind ?? ""))
    end += 1;
  return words[end - 1]?.kind === "comma" ? end - 1 : end;
}

/** Directly after a name, without `=`, only quoted text is surely its value. */
const isValueLike = ({ kind }: Token, isDirect: boolean) =>
  kind === "quoted" || (!isDirect && ["word", "attribute", "address", "placeholder"].includes(kind));

function valueFrom(context: ParseContext, token: Token, span: { readonly from: number; readonly to: number }) {
  if (token.quotation !== null) {
    const closing = token.quotation.closing === "missing" ? 0 : 1;
    return { from: token.from + 1, to: Math.max(token.from + 1, token.to - closing), text: token.quotation.value };
  }
  const text = context.text.slice(span.from, span.to);
  const isTemplate = token.kind === "placeholder" || text.includes("${");
  context.report(isTemplate ? "placeholder" : "filter-value-not-quoted", span, `${shown(text)} lacks its quotes.`, {
    expected: [`'${shown(text)}'`],
    fix: isTemplate ? null : fixOf("Put it in single quotes", replacing(span, `'${text}'`)),
  });
  return isTemplate ? null : { ...span, text };
}

const otherNames: Readonly<Record<string, FilterName>> = Object.assign(Object.create(null), {
  proto: "protocol",
  protocols: "protocol",
  "icmp.type": "protocol.icmp.type",
  "icmp.code": "protocol.icmp.code",
  "icmp-type": "protocol.icmp.type",
  "icmp-code": "protocol.icmp.code",
  connection_state: "connection-state",
  connectionstate: "connection-state",
  state: "connection-state",
});

function filterNameFrom(context: ParseContext, token: Token): FilterName | null {
  const folded = isNameWithColon(token) ? token.folded.slice(0, -1) : token.folded;
  const exact = filterNames.find((name) => name === folded);
  if (exact !== undefined) return exact;
  const meant = otherNames[folded] ?? similarTo(folded, filterNames);
  context.report("filter-name", token, `${shown(token.text)} is no filter.`, {
    expected: filterNames,
    fix: meant === null ? null : fixOf(`Write ${meant}`, replacing(token, meant)),
  });
  return null;
}
