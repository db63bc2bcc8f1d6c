import { mayName } from "@/lib/zpr/policy-language/named-attribute";
import type { CarriedSet } from "@/lib/zpr/reach/carried-set";
import { no } from "@/lib/zpr/reach/certainty";
import type { FlowEnd } from "@/lib/zpr/reach/reach-end";
import type { ReachStatement } from "@/lib/zpr/reach/reach-statement";

/** Whether a text may name something that is carried. */
export const mayMeanSet = (text: string, { attributes, isOpen }: CarriedSet): boolean =>
  isOpen || attributes.some((attribute) => mayName(text, attribute));

const setsOf = (end: FlowEnd): readonly CarriedSet[] => {
  if (end.kind === "class") return [end.carried];
  return end.kind === "address" || end.kind === "all-endpoints" ? end.possible : [];
};

/**
 * Whether a statement that cannot be read could be about a flow: its text holds what one of the VCNs carries, and what
 * one of the ends carries or the word for all of them.
 */
export function mayConcern({ text }: Pick<ReachStatement, "text">, source: FlowEnd, target: FlowEnd): boolean {
  const isLocated = [source, target].some((end) => end.kind === "class" && mayMeanSet(text, end.vcn.carried));
  if (!isLocated) return false;
  const governed = [source, target].flatMap(setsOf).filter((set) => set.governed !== no);
  if (governed.length === 0) return false;
  return text.toLowerCase().includes("all-endpoints") || governed.some((set) => mayMeanSet(text, set));
}
