import type { Diagnostic, Fix, Span } from "@/lib/zpr/policy-language/diagnostic";
import type { Statement } from "@/lib/zpr/policy-language/statement";
import type { ParsedStatement } from "@/lib/zpr/policy-language/statement-tree";
import { type LintRule, lintRules } from "@/lib/zpr/policy-lint/lint-rule";

/** A statement by the index of its policy among those given, and its own index in that. */
export type StatementPlace = { readonly policy: number; readonly statement: number };

/** A mistake or a finding, at its place. `policy` is `null` when it is about the tenancy, `statement` when about a policy. */
export type LintFinding = Diagnostic & {
  readonly policy: number | null;
  readonly statement: number | null;
  /** The cluster that it is about, where it is about one. */
  readonly clusterId?: string;
};

/** A statement that says something, with what its policy says about it. */
export type PlacedStatement = StatementPlace & {
  readonly parsed: ParsedStatement;
  readonly meaning: Statement;
  /** Whether it can allow anything: it is valid, and its policy has not failed and is not being deleted. */
  readonly isInForce: boolean;
};

type More = { readonly expected?: readonly string[]; readonly fix?: Fix | null };

/** Makes a finding about a piece of a statement, by the severity of its rule. */
export function findingAt(
  { policy, statement }: StatementPlace,
  rule: LintRule,
  { from, to }: Span,
  message: string,
  { expected = [], fix = null }: More = {},
): LintFinding {
  return { policy, statement, rule, severity: lintRules[rule].severity, from, to, message, expected, fix };
}

/** Makes a finding about a policy as a whole, or with `null` about the tenancy. */
export function findingAbout(policy: number | null, rule: LintRule, message: string): LintFinding {
  const { severity } = lintRules[rule];
  return { policy, statement: null, rule, severity, from: 0, to: 0, message, expected: [], fix: null };
}
