import "server-only";
import type { ZprPolicyChangePreview } from "@/lib/contract/zpr-policy-changes";
import type { Inventory } from "@/lib/inventory/inventory";
import { lintFactsOf, unreadFacts } from "@/lib/inventory/projections/lint-facts";
import type { Reading } from "@/lib/oke/readiness/reading";
import type { LintPolicy } from "@/lib/zpr/policy-lint/lint-facts";
import type { LintFinding } from "@/lib/zpr/policy-lint/lint-finding";
import { lintPolicies } from "@/lib/zpr/policy-lint/lint-policies";
import type { ZprPolicy } from "@/lib/zpr/zpr-policy";

type Draft = {
  /** `null` for one that is made. */
  readonly policyId: string | null;
  readonly name: string;
  /** `null` for a deletion. */
  readonly statements: readonly string[] | null;
};

const sameKey = ({ rule, message }: LintFinding): string => `${rule} ${message}`;

/**
 * What the linter says of a draft among the tenancy's other policies, as far as they are known: of its statements, of the
 * policy, and what is then to be said of the tenancy and was not to be said before.
 */
export function lintDraft(
  inventory: Inventory,
  reading: Reading<readonly ZprPolicy[]>,
  { policyId, name, statements }: Draft,
): Pick<ZprPolicyChangePreview, "findings" | "unread"> {
  const known: readonly LintPolicy[] = reading.state === "read" ? reading.value : [];
  const facts = lintFactsOf(inventory, reading.state === "read");
  const others = known.filter(({ id }) => id !== policyId);
  // Last: a statement that another policy has already is then found at the draft.
  const draft = statements === null ? [] : [{ id: policyId, name, lifecycleState: null, statements }];
  const earlier = new Set(
    lintPolicies(known, facts).findings.flatMap((finding) => (finding.policy === null ? [sameKey(finding)] : [])),
  );
  const findings = lintPolicies([...others, ...draft], facts).findings.filter((finding) =>
    finding.policy === null ? !earlier.has(sameKey(finding)) : finding.policy === others.length,
  );
  return {
    findings: findings.map(({ policy: _policy, clusterId: _clusterId, ...finding }) => finding),
    unread: unreadFacts(facts),
  };
}
