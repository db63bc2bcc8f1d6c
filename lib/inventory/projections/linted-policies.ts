import type { LintCounts } from "@/lib/contract/zpr-policies";
import type { PolicyFinding } from "@/lib/contract/zpr-policy";
import type { Inventory } from "@/lib/inventory/inventory";
import { lintFactsOf, unreadFacts } from "@/lib/inventory/projections/lint-facts";
import type { LintFinding } from "@/lib/zpr/policy-lint/lint-finding";
import { type LintedStatement, lintPolicies } from "@/lib/zpr/policy-lint/lint-policies";
import { lintRules, type LintNeed } from "@/lib/zpr/policy-lint/lint-rule";
import type { ZprPolicy } from "@/lib/zpr/zpr-policy";

export type LintedPolicy = {
  readonly policy: ZprPolicy;
  readonly statements: readonly LintedStatement[];
  /** Of its statements and of itself. */
  readonly findings: readonly LintFinding[];
  readonly counts: LintCounts;
};

/** The policies of a tenancy as the linter sees them. */
export type LintedPolicies = {
  readonly policies: readonly LintedPolicy[];
  /** About no single policy. */
  readonly tenancyFindings: readonly LintFinding[];
  readonly unread: readonly LintNeed[];
};

export function lintCounts(findings: readonly Pick<LintFinding, "severity">[]): LintCounts {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return counts;
}

function groupedByPolicy<T extends { readonly policy: number | null }>(items: readonly T[]): readonly (readonly T[])[] {
  const groups: T[][] = [];
  for (const item of items) if (item.policy !== null) (groups[item.policy] ??= []).push(item);
  return groups;
}

function lint(inventory: Inventory | null, policies: readonly ZprPolicy[]): LintedPolicies {
  const facts = lintFactsOf(inventory, true);
  const report = lintPolicies(policies, facts);
  const statements = groupedByPolicy(report.statements);
  const findings = groupedByPolicy(report.findings);
  return {
    policies: policies.map((policy, index) => ({
      policy,
      statements: statements[index] ?? [],
      findings: findings[index] ?? [],
      counts: lintCounts(findings[index] ?? []),
    })),
    tenancyFindings: report.findings.filter(({ policy }) => policy === null),
    unread: unreadFacts(facts),
  };
}

const made = new WeakMap<
  readonly ZprPolicy[],
  { readonly inventory: Inventory | null; readonly linted: LintedPolicies }
>();

/** Lints all policies of a tenancy, anew only when they or the inventory were read anew. */
export function lintedPolicies(inventory: Inventory | null, policies: readonly ZprPolicy[]): LintedPolicies {
  const known = made.get(policies);
  if (known?.inventory === inventory) return known.linted;
  const linted = lint(inventory, policies);
  made.set(policies, { inventory, linted });
  return linted;
}

/** What to do about what a rule finds; `null` for mistakes of the syntax, whose message says it. */
export const cureOf = (rule: string): string | null =>
  Object.entries(lintRules).find(([id]) => id === rule)?.[1].cure ?? null;

/** A finding as a page shows it, beside its statement. */
export const policyFindingFrom = (finding: LintFinding): PolicyFinding => {
  const { rule, severity, from, to, message, expected, fix } = finding;
  return { rule, severity, from, to, message, expected, fix, cure: cureOf(rule) };
};
