import { namedAttributeKey } from "@/lib/zpr/policy-language/named-attribute";
import type { NamedAttribute } from "@/lib/zpr/policy-language/statement";
import { type Certainty, no, perhaps, yes } from "@/lib/zpr/reach/certainty";
import type { ReachAttribute } from "@/lib/zpr/reach/reach-world";

/** What a VCN or endpoint carries, arranged for the question whether it carries one attribute. */
export type CarriedSet = {
  /** One text for all sets that answer alike. */
  readonly text: string;
  readonly attributes: readonly NamedAttribute[];
  readonly sure: ReadonlySet<string>;
  readonly doubtful: ReadonlySet<string>;
  /** It was not read, or not all of it could be: it may carry anything. */
  readonly isOpen: boolean;
  /** Whether it carries an attribute at all. */
  readonly governed: Certainty;
};

const unread: CarriedSet = {
  text: "?",
  attributes: [],
  sure: new Set(),
  doubtful: new Set(),
  isOpen: true,
  governed: perhaps,
};
const made = new WeakMap<readonly ReachAttribute[], CarriedSet>();

/** `null` stands for attributes that were not read. A list that was seen before gives the set that was made of it. */
export function carriedSetFrom(attributes: readonly ReachAttribute[] | null): CarriedSet {
  if (attributes === null) return unread;
  const known = made.get(attributes);
  if (known !== undefined) return known;
  const readable = attributes.filter(({ doubt }) => doubt !== "unreadable");
  const sure = new Set(readable.filter(({ doubt }) => doubt === null).map(namedAttributeKey));
  const doubtful = new Set(readable.filter(({ doubt }) => doubt !== null).map(namedAttributeKey));
  const isOpen = readable.length < attributes.length;
  const set = {
    text: JSON.stringify([[...sure].toSorted(), [...doubtful].toSorted(), isOpen]),
    attributes: readable,
    sure,
    doubtful,
    isOpen,
    governed: sure.size > 0 ? yes : attributes.length > 0 ? perhaps : no,
  } as const;
  made.set(attributes, set);
  return set;
}

/** Whether the attribute with this `namedAttributeKey` is carried. */
export function carries({ sure, doubtful, isOpen }: CarriedSet, key: string): Certainty {
  if (sure.has(key)) return yes;
  return isOpen || doubtful.has(key) ? perhaps : no;
}
