import type { ZprPolicyNames } from "@/lib/contract/zpr-policy-edit";
import type { Diagnostic } from "@/lib/zpr/policy-language/diagnostic";
import { noFacts, type LintFacts } from "@/lib/zpr/policy-lint/lint-facts";
import { lintPolicies } from "@/lib/zpr/policy-lint/lint-policies";

const factsFrom = (names: ZprPolicyNames | undefined): LintFacts =>
  names === undefined ? noFacts : { ...noFacts, catalog: names.catalog, vcns: names.areVcnsWhole ? names.vcns : null };

export type DraftFindings = {
  /** By the place of the statement. */
  readonly ofStatement: readonly (readonly Diagnostic[])[];
  readonly ofPolicy: readonly Diagnostic[];
};

/**
 * What can be said of a draft while it is written: by its text, and by the names that were read. The other policies,
 * peerings and what resources carry are looked at in the review.
 */
export function draftFindings(statements: readonly string[], names: ZprPolicyNames | undefined): DraftFindings {
  const { findings } = lintPolicies([{ id: null, name: null, lifecycleState: null, statements }], factsFrom(names));
  const ofStatement = statements.map((): Diagnostic[] => []);
  for (const finding of findings) if (finding.statement !== null) ofStatement[finding.statement]?.push(finding);
  return {
    ofStatement,
    ofPolicy: findings.filter(({ statement, policy }) => statement === null && policy !== null),
  };
}
