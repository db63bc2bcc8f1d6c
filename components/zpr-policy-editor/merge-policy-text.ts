import { statementsDifference } from "@/lib/zpr/policy-difference";
import { statementIdentity } from "@/lib/zpr/policy-language/statement-identity";
import type { ZprPolicyText } from "@/lib/zpr/zpr-policy-write";

/**
 * Brings what one person did to a text into what another made of it meanwhile: what they removed goes, what they added or
 * reworded comes, everything else stays as it is now. Statements are held together by what they say, not by their place.
 */
export function mergePolicyText(seen: ZprPolicyText, mine: ZprPolicyText, current: ZprPolicyText): ZprPolicyText {
  const difference = statementsDifference(seen.statements, mine.statements);
  const removed = new Set(
    difference.flatMap(({ kind, before }) =>
      kind === "removed" && before !== null ? [statementIdentity(before)] : [],
    ),
  );
  const reworded = new Map(
    difference.flatMap(({ kind, before, after }) =>
      kind === "reworded" && before !== null && after !== null ? [[statementIdentity(before), after] as const] : [],
    ),
  );
  const kept = current.statements
    .filter((text) => !removed.has(statementIdentity(text)))
    .map((text) => reworded.get(statementIdentity(text)) ?? text);
  const present = new Set(kept.map(statementIdentity));
  const added = difference.flatMap(({ kind, after }) =>
    kind === "added" && after !== null && !present.has(statementIdentity(after)) ? [after] : [],
  );
  return {
    description: mine.description === seen.description ? current.description : mine.description,
    statements: [...kept, ...added],
  };
}
