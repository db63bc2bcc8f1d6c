import { findSections } from "@/lib/zpr/policy-language/find-sections";
import {
  fixOf,
  inserting,
  type ParseContext,
  parseContextOf,
  replacing,
  type Section,
  shown,
  spanOf,
} from "@/lib/zpr/policy-language/parse-context";
import { parseLocation } from "@/lib/zpr/policy-language/parse-location";
import { type ParsedSide, parseSide } from "@/lib/zpr/policy-language/parse-side";
import { endsTwice } from "@/lib/zpr/policy-language/quotation";
import { noFilters, type Statement, type StatementSide } from "@/lib/zpr/policy-language/statement";
import type { ParsedStatement, SideNode, StatementTree } from "@/lib/zpr/policy-language/statement-tree";
import { syntaxRules } from "@/lib/zpr/policy-language/syntax-rule";
import type { Token } from "@/lib/zpr/policy-language/token";
import { tokenize } from "@/lib/zpr/policy-language/tokenize";

/**
 * Takes the text of one statement, whatever it is; gives its tokens, its parts, every mistake in it, and what it says.
 * Takes time in proportion to the length of the text.
 * https://docs.oracle.com/en-us/iaas/Content/zero-trust-packet-routing/zpr-policy-syntax.htm
 */
export function parseStatement(text: string): ParsedStatement {
  const tokens = tokenize(text);
  const context = parseContextOf(text, tokens);
  const wrapping = wrappingOf(context);
  if (wrapping === null) checkTokens(context, tokens);
  else reportWrapping(context, wrapping);
  const { tree, source, target } = wrapping === null ? parseTree(context) : withoutParts(context);
  const diagnostics = context.diagnostics.toSorted((a, b) => a.from - b.from || a.to - b.to);
  const isClear = diagnostics.every(({ rule }) => syntaxRules[rule].keepsMeaning);
  return {
    text,
    tokens,
    tree,
    diagnostics,
    isValid: diagnostics.every(({ severity }) => severity !== "error"),
    statement: isClear ? statementFrom(tree, source, target) : null,
  };
}

const quotes = "'\"“”‘’`´";
const statementInside = /^\s*(?:in\s[^]*\sallow|allow)\s/iu;

type Wrapping = { readonly from: number; readonly to: number; readonly inside: string };

/** The quotes around a whole statement, as it stands in a list of a program or of JSON, a comma behind them. */
function wrappingOf({ text, words }: ParseContext): Wrapping | null {
  const [first, last] = [words[0], words.at(-1)];
  if (first === undefined || last === undefined || !quotes.includes(text.charAt(first.from))) return null;
  const to = last.kind === "comma" && words.length > 1 ? (words.at(-2)?.to ?? last.to) : last.to;
  if (to - first.from < 2 || !quotes.includes(text.charAt(to - 1))) return null;
  const inside = first.to === to && first.quotation ? first.quotation.value : text.slice(first.from + 1, to - 1);
  return statementInside.test(inside) ? { from: first.from, to: last.to, inside } : null;
}

function reportWrapping(context: ParseContext, { from, to, inside }: Wrapping): void {
  context.report("wrapped-statement", { from, to }, "The whole statement stands in quotes.", {
    fix: fixOf("Take the quotes off", replacing({ from, to }, inside)),
  });
}

/** What is wrong with a token wherever it stands. */
function checkTokens(context: ParseContext, tokens: readonly Token[]): void {
  for (const token of tokens) {
    if (token.kind === "blank" && /[^ \t\r\n]/u.test(token.text)) {
      context.report("odd-blank", token, "This blank is not a plain space.", {
        fix: fixOf("Write a plain space", replacing(token, " ")),
      });
    } else if (token.quotation !== null) {
      checkQuotation(context, token);
    }
  }
}

function checkQuotation(context: ParseContext, { quotation, from, to, text }: Token): void {
  if (quotation?.closing === "missing") {
    const isTwice = endsTwice(text.slice(1));
    const message = isTwice
      ? "Two quotes are one inside the text: this one is never closed."
      : "This quote is never closed.";
    context.report("quote-not-closed", { from, to }, message, {
      expected: ["'"],
      fix: isTwice
        ? fixOf("Close it with one", replacing({ from: to - 2, to }, "'"))
        : fixOf("Close it", inserting(to, "'")),
    });
  }
  if (quotation?.closing === "other") {
    const quoted = `'${quotation.value.replaceAll("'", "''")}'`;
    context.report("wrong-quotes", { from, to }, "These quotes are not plain single ones.", {
      expected: [shown(quoted)],
      fix: fixOf("Write single quotes", replacing({ from, to }, quoted)),
    });
  }
  for (const at of quotation?.undoubled ?? []) {
    context.report("quote-not-doubled", { from: at, to: at + 1 }, "A quote inside a value is written twice.", {
      expected: ["''"],
      fix: fixOf("Double it", inserting(at, "'")),
    });
  }
}

type ParsedTree = { readonly tree: StatementTree; readonly source: ParsedSide; readonly target: ParsedSide };

function parseTree(context: ParseContext): ParsedTree {
  if (context.words.length === 0) {
    const span = { from: 0, to: context.text.length };
    context.report("empty-statement", span, "There is no statement.", { expected: ["in <attribute> VCN allow"] });
    return withoutParts(context);
  }
  if (/^(?:#|--|\/\/|\/\*)/u.test(context.words[0]?.text ?? "")) {
    const span = { from: context.words[0]?.from ?? 0, to: context.text.length };
    context.report("unexpected-text", span, "There are no comments in the language.");
    return withoutParts(context);
  }
  const sections = findSections(context);
  const location = sections.location.to > 0 ? parseLocation(context, sections.location) : null;
  const source = parseSide(context, sections.source, "source");
  const target =
    sections.target === null
      ? emptySide(context, { from: sections.source.to, to: sections.source.to })
      : parseSide(context, sections.target, "target");
  const tree = { location, source: source.node, target: target.node };
  checkForm(context, tree, sections.target !== null);
  checkSides(context, tree);
  return { tree, source, target };
}

function withoutParts(context: ParseContext): ParsedTree {
  const none = emptySide(context, { from: 0, to: 0 });
  return { tree: { location: null, source: none.node, target: none.node }, source: none, target: none };
}

const emptySide = (context: ParseContext, section: Section): ParsedSide => ({
  node: { ...spanOf(context, section), endpoint: null, filters: [], location: null },
  filters: noFilters,
});

/** One VCN for the whole statement, or one for each side. */
function checkForm(context: ParseContext, { location, source, target }: StatementTree, hasTarget: boolean): void {
  if (location !== null) {
    reportMisplaced(context, { location, source, target });
    return;
  }
  const start = context.words[0]?.from ?? 0;
  if (source.location === null && target.location === null) {
    const message = "No VCN is named: where does this apply?";
    context.report("expected-location", { from: start, to: start }, message, { expected: ["in <attribute> VCN"] });
    return;
  }
  for (const [side, name] of [
    [source, "source"],
    [target, "target"],
  ] as const) {
    if (side.location === null && (name === "source" || hasTarget)) {
      const message = `The VCN of the ${name} is missing: with one on the other side, each has its own.`;
      context.report("expected-location", { from: side.to, to: side.to }, message, {
        expected: ["in <attribute> VCN"],
      });
    }
    const kind = side.endpoint?.endpoint?.kind;
    if (side.endpoint !== null && kind !== undefined && kind !== "attribute") {
      const written = shown(context.text.slice(side.endpoint.from, side.endpoint.to));
      const message = `${written} is no security attribute, as both sides must be where each has its VCN.`;
      context.report("two-vcn-attributes-only", side.endpoint, message, { expected: ["namespace.key:value"] });
    }
  }
}

/** A VCN at the start and another at a side: the one too many goes, or the first moves to the side that lacks it. */
function reportMisplaced(context: ParseContext, { location, source, target }: StatementTree): void {
  const first = source.location ?? target.location;
  if (location === null || first === null) return;
  const leading = context.text.slice(location.from, location.to);
  const behindSource = inserting(source.to, ` ${leading}`);
  const isWhole = location.attribute !== null && source.endpoint !== null;
  const allow = context.words.find(({ from }) => from >= location.to);
  const withoutLeading = { from: location.from, to: allow?.from ?? location.to, insert: "" };
  const fix =
    source.location !== null && target.location !== null
      ? fixOf("Remove the VCN at the start", withoutLeading)
      : target.location !== null && isWhole
        ? fixOf("Put the VCN at the start behind the source", withoutLeading, behindSource)
        : null;
  const message = "The statement names its VCN at its start already.";
  context.report("location-misplaced", first, message, { fix });
}

const isEverywhere = ({ endpoint }: SideNode) => endpoint?.endpoint?.kind === "all-endpoints";
const isOutside = ({ endpoint }: SideNode) => ["address", "osn-services"].includes(endpoint?.endpoint?.kind ?? "");

function checkSides(context: ParseContext, { source, target }: StatementTree): void {
  const second = target.endpoint;
  if (second === null) return;
  if (isEverywhere(source) && isEverywhere(target)) {
    context.report("both-sides", second, "Both sides are all-endpoints.", { expected: ["namespace.key:value"] });
  } else if (isOutside(source) && isOutside(target)) {
    const message = "An address or the OCI services stand on both sides; one of them must be an attribute.";
    context.report("both-sides", second, message, { expected: ["namespace.key:value"] });
  }
}

function statementFrom(tree: StatementTree, source: ParsedSide, target: ParsedSide): Statement | null {
  const [from, to] = [sideFrom(source), sideFrom(target)];
  if (from === null || to === null) return null;
  const leading = tree.location?.attribute?.attribute;
  if (leading !== undefined) return { form: "same-vcn", location: leading, source: from, target: to };
  const [there, here] = [tree.source.location?.attribute?.attribute, tree.target.location?.attribute?.attribute];
  if (there === undefined || here === undefined) return null;
  return { form: "two-vcn", source: { ...from, location: there }, target: { ...to, location: here } };
}

function sideFrom({ node, filters }: ParsedSide): StatementSide | null {
  const endpoint = node.endpoint?.endpoint;
  return endpoint ? { endpoint, filters } : null;
}
