import {
  fixOf,
  inserting,
  type ParseContext,
  replacing,
  type Section,
  shown,
  spanOf,
} from "@/lib/zpr/policy-language/parse-context";
import { isEndpointLike } from "@/lib/zpr/policy-language/parse-endpoint";
import { isSlipOf } from "@/lib/zpr/policy-language/similar-word";
import type { Token } from "@/lib/zpr/policy-language/token";

/** Where the parts of a statement lie: before `allow`, between it and `to connect to`, and behind that. */
export type Sections = {
  readonly location: Section;
  readonly source: Section;
  /** `null` when nothing divides source and target, which is reported. */
  readonly target: Section | null;
};

const denials: readonly string[] = [
  "deny",
  "block",
  "reject",
  "drop",
  "forbid",
  "disallow",
  "never",
  "refuse",
  "prohibit",
];
const synonyms: readonly string[] = ["permit", "grant", "accept", "let", "enable"];

/** Finds the words that hold a statement together, misspelled ones too, and reports those that are missing. */
export function findSections(context: ParseContext): Sections {
  const end = context.words.length;
  const command = findCommand(context);
  const verb = findVerb(context, { from: command.to, to: end });
  return {
    location: { from: 0, to: command.from },
    source: { from: command.to, to: verb.from },
    target: verb.isMissing ? null : { from: verb.to, to: end },
  };
}

function findCommand(context: ParseContext): Section {
  const { words } = context;
  const exact = words.findIndex(({ folded }) => folded === "allow");
  if (exact >= 0) return { from: startOfNegation(context, exact), to: exact + 1 };
  const at = positionOfCommand(words);
  const token = words[at];
  if (
    token !== undefined &&
    (denials.includes(token.folded) || synonyms.includes(token.folded) || isSlipOf(token.folded, "allow"))
  ) {
    const isDenial = denials.includes(token.folded);
    const rule = isDenial ? "only-allow" : isSlipOf(token.folded, "allow") ? "misspelled-keyword" : "expected-allow";
    context.report(rule, token, `${shown(token.text)} is no command: the only one is allow.`, {
      expected: ["allow"],
      // Turning a denial round would allow what was to be blocked.
      fix: isDenial ? null : fixOf("Write allow", replacing(token, "allow")),
    });
    return { from: at, to: at + 1 };
  }
  const isOtherWord = token !== undefined && token.kind === "word" && !isEndpointLike(token);
  const { from } = spanOf(context, { from: at, to: at });
  const [before, after] = [words[at - 1], token];
  const insertion = before === undefined ? inserting(after?.from ?? 0, "allow ") : inserting(before.to, " allow");
  context.report("expected-allow", isOtherWord ? token : { from, to: from }, "The command allow is missing.", {
    expected: ["allow"],
    fix: isOtherWord ? null : fixOf("Add allow", insertion),
  });
  return isOtherWord ? { from: at, to: at + 1 } : { from: at, to: at };
}

/** `never allow`, `do not allow`: reports the negation, and gives the index at which it begins. */
function startOfNegation(context: ParseContext, allow: number): number {
  const { words } = context;
  if (!["not", "never"].includes(words[allow - 1]?.folded ?? "")) return allow;
  const from = words[allow - 2]?.folded === "do" ? allow - 2 : allow - 1;
  const span = spanOf(context, { from, to: allow + 1 });
  const message = `${shown(context.text.slice(span.from, span.to))} is no command: the only one is allow.`;
  context.report("only-allow", span, message, { expected: ["allow"] });
  return from;
}

/** Where the command stands when it is not spelled right: behind the VCN, or first. */
function positionOfCommand(words: readonly Token[]): number {
  const listed = words.findIndex(
    ({ kind, folded }) =>
      kind === "word" && (denials.includes(folded) || synonyms.includes(folded) || isSlipOf(folded, "allow")),
  );
  if (listed >= 0) return listed;
  if (words[0]?.folded !== "in") return 0;
  const vcn = words.findIndex(({ folded }) => folded === "vcn");
  if (vcn >= 0) return vcn + 1;
  return Math.min(2, words.length);
}

type Verb = Section & { readonly isMissing: boolean };

function findVerb(context: ParseContext, section: Section): Verb {
  const { words } = context;
  const { from, to } = section;
  const connect = indexWhere(words, section, isConnect);
  if (connect >= 0) {
    const begins = connect > from && isTo(words, connect - 1) ? connect - 1 : connect;
    const ends = connect + 1 < to && isTo(words, connect + 1) ? connect + 2 : connect + 1;
    const isWhole = ends - begins === 3 && words[connect]?.folded === "connect";
    if (!isWhole) reportVerb(context, { from: begins, to: ends });
    return { from: begins, to: ends, isMissing: false };
  }
  const first = words.findIndex((_, index) => index >= from && index < to && isTo(words, index));
  if (first < 0) return missingVerb(context, section);
  const isOther = first + 2 < to && words[first + 1]?.kind === "word";
  const ends = !isOther ? first + 1 : isTo(words, first + 2) ? first + 3 : first + 2;
  reportVerb(context, { from: first, to: ends });
  return { from: first, to: ends, isMissing: false };
}

const isTo = (words: readonly Token[], index: number) => words[index]?.folded === "to";

/** Without a verb, the second endpoint begins the target. */
function missingVerb(context: ParseContext, { from, to }: Section): Verb {
  const { words } = context;
  const isFree = (index: number) => !["in", "=", ","].includes(words[index - 1]?.folded ?? "");
  const word = indexWhere(words, { from, to }, ({ folded }) => folded === "endpoints");
  const after = Math.min(to, word >= 0 ? word + 1 : from + 1);
  let at = after;
  while (at < to && !(isEndpointLike(words[at] ?? words[0] ?? emptyToken) && isFree(at))) at += 1;
  const point = spanOf(context, { from: at, to: at });
  const isDivided = at < to;
  context.report("expected-to-connect-to", { from: point.from, to: point.from }, "to connect to is missing.", {
    expected: ["to connect to"],
    fix: isDivided ? fixOf("Add to connect to", inserting(words[at - 1]?.to ?? point.from, " to connect to")) : null,
  });
  return { from: at, to: at, isMissing: !isDivided };
}

const emptyToken: Token = { kind: "word", from: 0, to: 0, text: "", folded: "", quotation: null };

const isConnect = ({ folded, kind }: Token) =>
  folded === "connect" ||
  (kind === "word" && (isSlipOf(folded, "connect") || ["connecting", "connected", "connection"].includes(folded)));

function reportVerb(context: ParseContext, verb: Section): void {
  const span = spanOf(context, verb);
  const written = shown(context.text.slice(span.from, span.to));
  const isDenial = /\b(?:not|never)\b/iu.test(written);
  context.report("expected-to-connect-to", span, `${written} stands where to connect to belongs.`, {
    expected: ["to connect to"],
    fix: isDenial ? null : fixOf("Write to connect to", replacing(span, "to connect to")),
  });
}

function indexWhere(words: readonly Token[], { from, to }: Section, isWanted: (token: Token) => boolean): number {
  for (let index = from; index < to; index += 1) {
    const token = words[index];
    if (token !== undefined && isWanted(token)) return index;
  }
  return -1;
}
