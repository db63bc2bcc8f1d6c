import { catalogIndexFrom } from "@/lib/zpr/attribute-verdict";
import { parseStatement } from "@/lib/zpr/policy-language/parse-statement";
import { nameResolverFrom, type ResolvedStatement } from "@/lib/zpr/policy-language/resolve-names";
import type { ParsedStatement } from "@/lib/zpr/policy-language/statement-tree";
import type { LintFacts, LintPolicy } from "@/lib/zpr/policy-lint/lint-facts";
import type { LintFinding, PlacedStatement, StatementPlace } from "@/lib/zpr/policy-lint/lint-finding";
import { nameFindings } from "@/lib/zpr/policy-lint/name-rules";
import { networkFactsFrom, networkFindings } from "@/lib/zpr/policy-lint/network-rules";
import { overlapFindings } from "@/lib/zpr/policy-lint/overlap-rules";
import { joinFindings, limitFindings, sizeFindings } from "@/lib/zpr/policy-lint/policy-rules";
import { wordingFindings } from "@/lib/zpr/policy-lint/wording-rules";

export type LintedStatement = StatementPlace & {
  readonly parsed: ParsedStatement;
  readonly resolved: ResolvedStatement;
};

export type LintReport = {
  /** Every statement, in the order of the policies. */
  readonly statements: readonly LintedStatement[];
  /** Mistakes of the syntax and findings: those of statements in their order, then those of policies and the tenancy. */
  readonly findings: readonly LintFinding[];
};

const notInForce: readonly LintPolicy["lifecycleState"][] = ["FAILED", "DELETING", "DELETED"];

/**
 * Looks at policies by all rules for which the facts are there. A statement with mistakes that leave its meaning open is
 * looked at by the parser alone.
 */
export function lintPolicies(policies: readonly LintPolicy[], facts: LintFacts): LintReport {
  const catalog = facts.catalog && catalogIndexFrom(facts.catalog);
  const resolve = nameResolverFrom({ catalog, vcns: facts.vcns });
  const network = networkFactsFrom(facts);
  const statements: LintedStatement[] = [];
  const meant: PlacedStatement[] = [];
  const findings: LintFinding[] = [];
  for (const [policy, { statements: texts, lifecycleState }] of policies.entries()) {
    for (const [statement, text] of texts.entries()) {
      const parsed = parseStatement(text);
      const resolved = resolve(parsed);
      statements.push({ policy, statement, parsed, resolved });
      for (const diagnostic of parsed.diagnostics) findings.push({ ...diagnostic, policy, statement });
      if (parsed.statement === null) continue;
      const isInForce = parsed.isValid && !notInForce.includes(lifecycleState);
      const placed = { policy, statement, parsed, meaning: parsed.statement, isInForce };
      meant.push(placed);
      findings.push(...wordingFindings(placed), ...networkFindings(placed, resolved, network));
      if (catalog !== null) findings.push(...nameFindings(placed, resolved, catalog));
    }
  }
  findings.push(...overlapFindings(meant, policies));
  const ordered = findings.toSorted(
    (a, b) =>
      (a.policy ?? 0) - (b.policy ?? 0) || (a.statement ?? 0) - (b.statement ?? 0) || a.from - b.from || a.to - b.to,
  );
  const aboutAll = [
    ...sizeFindings(policies, facts),
    ...limitFindings(policies, meant, facts),
    ...joinFindings(policies, facts),
  ];
  return { statements, findings: [...ordered, ...aboutAll] };
}
