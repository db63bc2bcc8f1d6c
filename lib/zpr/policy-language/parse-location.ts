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
import { isEndpointLike, parseEndpoint } from "@/lib/zpr/policy-language/parse-endpoint";
import { isSlipOf } from "@/lib/zpr/policy-language/similar-word";
import { splitEndpoints } from "@/lib/zpr/policy-language/split-statement";
import type { LocationNode } from "@/lib/zpr/policy-language/statement-tree";

const expected = ["in <attribute> VCN"];

/** Where the location that begins with the word `in` ends: behind its VCN, or before the next part of the statement. */
export function endOfLocation({ words }: ParseContext, { from, to }: Section): number {
  for (let index = from + 1; index < to; index += 1) {
    const folded = words[index]?.folded ?? "";
    if (folded === "vcn" && !isSwapped({ words }, { from, to }, index)) return index + 1;
    if (["with", "allow", "to", "connect", "in"].includes(folded)) return index;
  }
  return to;
}

/** `in VCN app:net`: the word stands before the attribute. */
function isSwapped({ words }: Pick<ParseContext, "words">, { from, to }: Section, index: number): boolean {
  const next = words[index + 1];
  return index === from + 1 && index + 1 < to && next !== undefined && isEndpointLike(next);
}

/** Reads a section that is to be `in <attribute> VCN` and nothing else. */
export function parseLocation(context: ParseContext, section: Section): LocationNode {
  const { words } = context;
  const span = spanOf(context, section);
  let at = section.from;
  const isInWritten = words[at]?.folded === "in";
  if (isInWritten) at += 1;
  const isVcnFirst = words[at]?.folded === "vcn" && isSwapped(context, { ...section, from: at - 1 }, at);
  if (isVcnFirst) at += 1;
  const found = parseEndpoint(context, { from: at, to: section.to });
  if (found === null) {
    context.report("expected-location", span, "The security attribute of the VCN is missing.", { expected });
    return { ...span, attribute: null };
  }
  if (!isInWritten) {
    context.report("expected-location", found.node, "The word in is missing before the VCN's attribute.", {
      expected: ["in"],
      fix: fixOf("Add in", inserting(found.node.from, "in ")),
    });
  }
  if (found.node.endpoint !== null && found.node.attribute === null) {
    const written = shown(context.text.slice(found.node.from, found.node.to));
    context.report("location-not-attribute", found.node, `${written} is not the security attribute of a VCN.`, {
      expected: ["namespace.key:value"],
    });
  }
  parseVcn(context, { from: found.next, to: section.to }, { isVcnFirst, attributeAt: at });
  return { from: span.from, to: span.to, attribute: found.node.attribute };
}

/** Everything from behind the attribute: the word VCN, and what has no place there. */
function parseVcn(
  context: ParseContext,
  section: Section,
  { isVcnFirst, attributeAt }: { readonly isVcnFirst: boolean; readonly attributeAt: number },
): void {
  const { words } = context;
  let end = section.to;
  const last = words[end - 1];
  const isWritten = end > section.from && last?.folded === "vcn";
  const isSlip = end > section.from && !isWritten && last?.kind === "word" && isVcnSlip(last.folded);
  if (isWritten || isSlip) end -= 1;
  reportRest(context, { from: section.from, to: end }, attributeAt);
  if (isSlip && last !== undefined) {
    context.report("misspelled-keyword", last, `${shown(last.text)} is taken for VCN.`, {
      expected: ["VCN"],
      fix: fixOf("Write VCN", replacing(last, "VCN")),
    });
  } else if (isVcnFirst) {
    const at = spanOf(context, { from: attributeAt - 1, to: attributeAt });
    const addition = isWritten ? [] : [inserting(words[end - 1]?.to ?? at.to, " VCN")];
    context.report("expected-location", at, "VCN stands behind the attribute.", {
      expected,
      fix: fixOf("Put VCN behind it", removing(context, { from: attributeAt - 1, to: attributeAt }), ...addition),
    });
  } else if (!isWritten) {
    const at = words[section.from - 1]?.to ?? 0;
    context.report("expected-location", { from: at, to: at }, "The word VCN is missing behind the attribute.", {
      expected: ["VCN"],
      fix: end === section.from ? fixOf("Add VCN", inserting(at, " VCN")) : null,
    });
  }
}

const isVcnSlip = (word: string) =>
  ["vcns", "vnc", "vpc", "cvn", "vcm", "vnet"].includes(word) || isSlipOf(word, "vcn's");

/** Words between the attribute and VCN: another attribute, or a value with blanks that lacks its quotes. */
export function reportRest(context: ParseContext, rest: Section, attributeAt: number): void {
  if (rest.to <= rest.from) return;
  const words = context.words.slice(rest.from, rest.to);
  const span = spanOf(context, rest);
  const written = shown(context.text.slice(span.from, span.to));
  const first = context.words[attributeAt];
  if (words.some(isEndpointLike)) {
    context.report("one-attribute", span, `There is more than one: ${written} follows.`, {
      fix: first === undefined ? null : splitEndpoints(context, first, rest),
    });
    return;
  }
  if (first?.kind === "attribute" && words.every(({ kind }) => kind === "word")) {
    const whole = { from: first.from, to: span.to };
    const quoted = `'${context.text.slice(whole.from, whole.to).replaceAll("'", "''")}'`;
    const message = `${written} does not belong here, unless the value holds blanks: then the attribute is quoted.`;
    context.report("attribute-not-quoted", whole, message, {
      expected: [shown(quoted)],
      fix: fixOf("Put all of it in single quotes", replacing(whole, quoted)),
    });
    return;
  }
  context.report("unexpected-text", span, `${written} has no place here.`);
}
