import { formatCounted } from "@/lib/format";
import { type Diagnostic, gravestOf } from "@/lib/zpr/policy-language/diagnostic";
import type { DocumentStatement, PolicyDocument } from "@/lib/zpr/policy-language/policy-document";
import type { LintFacts, LintPolicy } from "@/lib/zpr/policy-lint/lint-facts";
import { lintPolicies } from "@/lib/zpr/policy-lint/lint-policies";
import { fixedLines, fixedText } from "@/scripts/zpl/fixed-lines";
import { printable } from "@/scripts/zpl/printable";

type Finding = {
  /** `null` when the finding is about a policy as a whole. */
  readonly statement: DocumentStatement | null;
  readonly index: number | null;
  readonly policy: string | null;
  readonly diagnostic: Diagnostic;
};

/** Findings of one statement beyond those that are shown. */
type More = Pick<Finding, "statement" | "index" | "policy"> & { readonly count: number };

export type CheckReport = {
  readonly counts: Readonly<Record<"statements" | "errors" | "warnings" | "infos", number>>;
  /** Each statement's findings, the gravest where there are many, then those of policies. */
  readonly shown: readonly (Finding | More)[];
};

/** What is wrong with the statements of a document. */
export function checkReport(document: PolicyDocument, facts: LintFacts): CheckReport {
  const findings = findingsOf(document, facts);
  const count = (severity: Diagnostic["severity"]) =>
    findings.filter(({ diagnostic }) => diagnostic.severity === severity).length;
  return {
    counts: {
      statements: document.statements.length,
      errors: count("error"),
      warnings: count("warning"),
      infos: count("info"),
    },
    shown: shownOf(findings),
  };
}

/** How many statements a policy has is known of JSON only: lines may be of any number of policies. */
function findingsOf({ format, statements, policyNames }: PolicyDocument, facts: LintFacts): readonly Finding[] {
  const indexes = policyNames.map((): number[] => []);
  for (const [index, { policy }] of statements.entries()) indexes[policy]?.push(index);
  const policies = policyNames.map((name, policy): LintPolicy => ({
    id: null,
    name,
    lifecycleState: null,
    statements: (indexes[policy] ?? []).map((index) => statements[index]?.text ?? ""),
  }));
  return lintPolicies(policies, facts)
    .findings.map(({ policy, statement, ...diagnostic }): Finding => {
      const index = policy === null || statement === null ? null : (indexes[policy]?.[statement] ?? null);
      const name = policy === null ? null : (policyNames[policy] ?? null);
      return { statement: index === null ? null : (statements[index] ?? null), index, policy: name, diagnostic };
    })
    .filter(({ statement }) => statement !== null || format === "json");
}

function shownOf(findings: readonly Finding[]): readonly (Finding | More)[] {
  const byStatement = new Map<number | null, Finding[]>();
  for (const finding of findings) {
    const known = byStatement.get(finding.index);
    if (known === undefined) byStatement.set(finding.index, [finding]);
    else known.push(finding);
  }
  return [...byStatement].flatMap(([index, all]): readonly (Finding | More)[] => {
    const [first] = all;
    if (index === null || first === undefined) return all;
    const kept = gravestOf(all, ({ diagnostic }) => diagnostic.severity);
    const count = all.length - kept.length;
    const { statement, policy } = first;
    return count === 0 ? all : [...kept, { statement, index, policy, count }];
  });
}

const severityWords = { error: "error", warning: "warning", info: "note" } as const;

/** The report for a person, line by line. */
export function* reportLines(file: string, { counts, shown }: CheckReport, readAt: string | null): Generator<string> {
  for (const each of shown) for (const line of linesOf(file, each)) yield printable(line);
  const { statements, errors, warnings, infos } = counts;
  const when = readAt === null ? "" : ` (inventory read ${readAt})`;
  yield `${formatCounted(statements, "statement")}: ${formatCounted(errors, "error")}, ${formatCounted(warnings, "warning")}, ${formatCounted(infos, "note")}${when}`;
}

function linesOf(file: string, each: Finding | More): readonly string[] {
  const { statement, policy } = each;
  const at = "count" in each ? 0 : each.diagnostic.from;
  const { line, column } = statement?.positionAt(at) ?? { line: 1, column: 1 };
  const where = `${file === "-" ? "stdin" : file}:${line}:${column}`;
  const holder = policy === null ? "" : ` (policy ${policy})`;
  if ("count" in each) return [`${where}: and ${formatCounted(each.count, "more finding")} of this statement${holder}`];
  const { severity, rule, message, fix } = each.diagnostic;
  const first = `${where}: ${severityWords[severity]} ${rule}: ${message}${holder}`;
  if (fix === null || statement === null) return [first];
  return [first, `  fix: ${fix.title}:`, ...fixedLines(statement.text, fix).map((text) => `    ${text}`)];
}

/** The report for programs. */
export function reportJson(file: string, { counts, shown }: CheckReport, readAt: string | null): string {
  const findings = shown.flatMap((each) => ("count" in each ? [] : [findingJson(each)]));
  const more = shown.flatMap((each) => ("count" in each ? [moreJson(each)] : []));
  return JSON.stringify({ file, ...(readAt !== null && { readAt }), ...counts, findings, more }, null, 2);
}

const placeJson = ({ index, policy }: Pick<Finding, "index" | "policy">) => ({
  policy,
  statement: index === null ? null : index + 1,
});

const moreJson = (more: More) => ({ ...placeJson(more), count: more.count });

function findingJson({ statement, index, policy, diagnostic }: Finding) {
  const { from, to, rule, severity, message, expected, fix } = diagnostic;
  return {
    ...(statement?.positionAt(from) ?? { line: null, column: null }),
    end: statement?.positionAt(to) ?? null,
    ...placeJson({ index, policy }),
    rule,
    severity,
    message,
    expected,
    // Of a long statement the edits alone.
    fix: fix && statement && { title: fix.title, edits: fix.edits, text: fixedText(statement.text, fix) },
  };
}
