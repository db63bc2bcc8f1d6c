import { endpointChoices, keyChoices, locationChoices } from "@/components/zpr-policy-editor/name-choices";
import type { ZprPolicyNames } from "@/lib/contract/zpr-policy-edit";
import type { Span, TextEdit } from "@/lib/zpr/policy-language/diagnostic";
import { filterNames, type Token } from "@/lib/zpr/policy-language/token";
import { tokenize } from "@/lib/zpr/policy-language/tokenize";

/** Something that can be put where the caret stands. */
export type Completion = { readonly label: string; readonly note: string; readonly edit: TextEdit };

type Offer = { readonly text: string; readonly note: string };

const shownAtMost = 40;
const protocols = ["tcp/443", "tcp/6443", "tcp/12250", "tcp/22", "tcp/1521", "udp/53", "icmp"];

/** The word under the caret, from its beginning to its end; where there is none, the point itself. */
function wordAt(tokens: readonly Token[], caret: number): Span {
  const token = tokens.find(({ from, to, kind }) => kind !== "blank" && from < caret && caret <= to);
  const isOpen = token !== undefined && token.kind !== "equals" && token.kind !== "comma";
  return isOpen ? { from: token.from, to: token.to } : { from: caret, to: caret };
}

const fixedEndpoints: readonly Offer[] = [
  { text: "all-endpoints", note: "Every endpoint; not the OCI services" },
  { text: "'osn-services-ip-addresses'", note: "The OCI services of the region" },
];

/** What may stand after the words before the caret; `null` where nothing is known to be completed. */
function offersAfter(before: readonly Token[], names: ZprPolicyNames): readonly Offer[] | null {
  const words = before.filter(({ kind }) => kind !== "blank");
  const [last, earlier] = [words.at(-1), words.at(-2)];
  if (last === undefined) {
    return locationChoices(names).map(({ text, note }) => ({ text: `in ${text} VCN allow `, note }));
  }
  if (last.folded === "in") return locationChoices(names);
  if (last.folded === "allow" || (last.folded === "to" && earlier?.folded === "connect")) {
    return [...endpointChoices(names), ...fixedEndpoints, ...keyChoices(names)];
  }
  if (last.folded === "with" || last.kind === "comma") {
    return filterNames.map((text) => ({ text: `${text}=`, note: "Filter" }));
  }
  if (last.kind !== "equals") return null;
  if (earlier?.folded === "protocol") return protocols.map((text) => ({ text: `'${text}'`, note: "Protocol" }));
  return earlier?.folded === "connection-state" ? [{ text: "'stateless'", note: "Stateful without it" }] : null;
}

const bare = (text: string) => text.replace(/^'/u, "").toLowerCase();

/** `app.tier:`, `protocol=`: what is offered so is half of what belongs there, its value is the other. */
const isHalf = (text: string) => /[:=]$/u.test(text);

/** Where the next completion begins when one was taken whose value is still to be chosen; `null` where it was all. */
export const nextCompletionAfter = ({ edit: { from, insert } }: Completion): number | null =>
  isHalf(insert) ? from + insert.length : null;

/**
 * What can be completed at the caret, from the names that exist: locations after `in`, endpoints after `allow` and
 * `to connect to`, filters after `with`. What begins with what is typed comes first.
 */
export function completionsAt(text: string, caret: number, names: ZprPolicyNames): readonly Completion[] {
  const tokens = tokenize(text);
  const word = wordAt(tokens, caret);
  const offers = offersAfter(
    tokens.filter(({ to }) => to <= word.from),
    names,
  );
  if (offers === null) return [];
  // A name that is whole is not made into a longer one by the Enter that ends the line.
  const written = text.slice(word.from, word.to);
  if (offers.some((offer) => offer.text === written && !isHalf(written))) return [];
  const typed = bare(text.slice(word.from, caret));
  const rankOf = (offer: string) => (bare(offer).startsWith(typed) ? 0 : 1);
  return offers
    .filter((offer) => bare(offer.text).includes(typed) && !(isHalf(offer.text) && bare(offer.text) === bare(written)))
    .toSorted((a, b) => rankOf(a.text) - rankOf(b.text))
    .slice(0, shownAtMost)
    .map((offer) => ({ label: offer.text.trim(), note: offer.note, edit: { ...word, insert: offer.text } }));
}
