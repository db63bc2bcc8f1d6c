import { applyFix, type Fix, type Span, type TextEdit } from "@/lib/zpr/policy-language/diagnostic";
import { fixOf, type ParseContext, replacing, type Section } from "@/lib/zpr/policy-language/parse-context";
import type { FilterNode } from "@/lib/zpr/policy-language/statement-tree";
import type { TokenKind } from "@/lib/zpr/policy-language/token";

/** So that all fixes of a text together are no more than so many times the text. */
const maxStatements = 20;
const maxLength = 2_000;

/** One statement becomes several, of each of which the text is made; `null` when that is too much for one press. */
export function splitFix({ text }: ParseContext, count: number, textOf: (index: number) => string): Fix | null {
  if (count < 2 || count > maxStatements || text.length >= maxLength) return null;
  const texts = Array.from({ length: count }, (_, index) => textOf(index));
  return fixOf(
    `Write ${count} statements, one on each line`,
    replacing({ from: 0, to: text.length }, texts.join("\n")),
  );
}

/** A filter that stands where there is one of its name already, and what would take it out. */
export type RepeatedFilter = { readonly node: FilterNode; readonly removal: TextEdit };

/** A statement for each value of a filter that stands several times, `null` when its values cannot be told apart. */
export function splitFilters(context: ParseContext, first: FilterNode, repeats: readonly RepeatedFilter[]): Fix | null {
  const { text } = context;
  const byValue = new Map([first, ...repeats.map(({ node }) => node)].map((node) => [node.value?.text, node]));
  const nodes = [...byValue.values()];
  if (byValue.has(undefined)) return null;
  return splitFix(context, nodes.length, (index) => {
    const { from, to } = nodes[index] ?? first;
    const edits = [replacing(first, text.slice(from, to)), ...repeats.map(({ removal }) => removal)];
    return applyFix(text, { title: "", edits });
  });
}

const named: readonly TokenKind[] = ["attribute", "quoted", "address", "endpoint-word"];

/**
 * A statement for each of several that stand where one does: the first, and those among the words behind it. What `and`
 * means between them is open: either of them, or both at once. So it is not for a fix to say.
 */
export function splitEndpoints(context: ParseContext, first: Span, rest: Section): Fix | null {
  const { text } = context;
  const words = context.words.slice(rest.from, Math.min(rest.to, rest.from + 3 * maxStatements));
  const last = words.at(-1);
  if (last === undefined || words.length < rest.to - rest.from) return null;
  const spans: Span[] = [first];
  let before = first.to;
  for (const { kind, folded, from, to } of words) {
    if (named.includes(kind) && from > before) spans.push({ from, to });
    else if (!["or", ",", "|", "endpoints"].includes(folded)) return null;
    before = folded === "," ? before : to;
  }
  // The word may stand behind each of them, or behind the last alone.
  const word = /\sendpoints\b/iu.test(text.slice(first.to, last.to)) ? " endpoints" : "";
  return splitFix(context, spans.length, (index) => {
    const { from, to } = spans[index] ?? first;
    return text.slice(0, first.from) + text.slice(from, to) + word + text.slice(last.to);
  });
}
