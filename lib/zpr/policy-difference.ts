import type { statementDifferenceKinds } from "@/lib/zpr/policy-difference-kind";
import { statementIdentity } from "@/lib/zpr/policy-language/statement-identity";
import type { ZprPolicyText } from "@/lib/zpr/zpr-policy-write";

/** One statement in the difference of two lists. */
export type StatementDifference = {
  readonly kind: (typeof statementDifferenceKinds)[number];
  /** `null` for what is added. */
  readonly before: string | null;
  /** `null` for what is removed. */
  readonly after: string | null;
};

/**
 * What leads from one list of statements to another, whatever their order: those of after in their order, then what was
 * removed. A statement that stands twice is matched twice.
 */
export function statementsDifference(
  before: readonly string[],
  after: readonly string[],
): readonly StatementDifference[] {
  const left = new Map<string, string[]>();
  for (const text of before) left.set(statementIdentity(text), [...(left.get(statementIdentity(text)) ?? []), text]);
  const kept = after.map((text): StatementDifference => {
    const candidates = left.get(statementIdentity(text)) ?? [];
    const index = Math.max(candidates.indexOf(text), 0);
    const [match] = candidates.splice(index, 1);
    if (match === undefined) return { kind: "added", before: null, after: text };
    return { kind: match.trim() === text.trim() ? "same" : "reworded", before: match, after: text };
  });
  const removed = [...left.values()].flat().map((text): StatementDifference => ({
    kind: "removed",
    before: text,
    after: null,
  }));
  return [...kept, ...removed];
}

/** Whether two texts of a policy have the same description and say the same, in any order and wording. */
export const isSamePolicyText = (a: ZprPolicyText, b: ZprPolicyText): boolean =>
  a.description === b.description &&
  statementsDifference(a.statements, b.statements).every(({ kind }) => kind === "same" || kind === "reworded");
