import { applyFix, type Severity } from "@/lib/zpr/policy-language/diagnostic";
import { parseStatement } from "@/lib/zpr/policy-language/parse-statement";
import { syntaxRules } from "@/lib/zpr/policy-language/syntax-rule";
import { noFacts } from "@/lib/zpr/policy-lint/lint-facts";
import { lintPolicies } from "@/lib/zpr/policy-lint/lint-policies";
import { type LintNeed, lintRules } from "@/lib/zpr/policy-lint/lint-rule";

/** What is to be said of one rule, made from the rule itself. */
export type RuleEntry = {
  readonly rule: string;
  readonly severity: Severity;
  /** Why the rule is there, in one line. */
  readonly reason: string;
  /** What to do about it, in one line; `null` where the fix says it all. */
  readonly cure: string | null;
  /** What must be known, as words; empty where the text of the statements is enough. */
  readonly needs: readonly string[];
  /** Statements that break it, as they are written; empty where text alone cannot. */
  readonly example: readonly string[];
  /** The fix that is offered for the example; `null` where none is. */
  readonly fix: { readonly title: string; readonly text: string } | null;
};

const needWords: Readonly<Record<LintNeed, string>> = {
  catalog: "the security attribute namespaces",
  vcns: "the VCNs",
  resources: "the resources",
  peerings: "the peerings",
  "node-pools": "the node pools",
  policies: "all policies of the tenancy",
};

/** The rules by which a statement is parsed. */
export const syntaxRuleEntries = (): readonly RuleEntry[] =>
  Object.entries(syntaxRules).map(([rule, { severity, reason, example }]) => {
    const fix = parseStatement(example).diagnostics.find((each) => each.rule === rule)?.fix;
    return {
      rule,
      severity,
      reason,
      cure: null,
      needs: [],
      example: example.trim() === "" ? [] : [example],
      fix: fix ? { title: fix.title, text: applyFix(example, fix) } : null,
    };
  });

/** The rules for what statements mean. */
export const lintRuleEntries = (): readonly RuleEntry[] =>
  Object.entries(lintRules).map(([rule, { severity, reason, cure, needs, example }]) => {
    const { findings } = lintPolicies([{ id: null, name: null, lifecycleState: null, statements: example }], noFacts);
    const found = findings.find((each) => each.rule === rule);
    const text = example[found?.statement ?? 0];
    const fix = found?.fix && text !== undefined ? { title: found.fix.title, text: applyFix(text, found.fix) } : null;
    return { rule, severity, reason, cure, needs: needs.map((need) => needWords[need]), example, fix };
  });
