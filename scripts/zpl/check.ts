import { applyFix, type Diagnostic } from "@/lib/zpr/policy-language/diagnostic";
import type { DocumentStatement, PolicyDocument } from "@/lib/zpr/policy-language/policy-document";
import { type LintFacts, type LintPolicy, noFacts } from "@/lib/zpr/policy-lint/lint-facts";
import { lintPolicies } from "@/lib/zpr/policy-lint/lint-policies";
import { worldFacts } from "@/lib/zpr/policy-lint/world-facts";
import { parseArguments, UsageError } from "@/scripts/lib/arguments.mjs";
import { say } from "@/scripts/lib/say.mjs";
import { printable } from "@/scripts/zpl/printable";
import { readDocument, takeFile } from "@/scripts/zpl/read-document";
import { worldOf } from "@/scripts/zpl/read-world";

type Finding = {
  /** `null` when the finding is about a policy as a whole. */
  readonly statement: DocumentStatement | null;
  readonly index: number | null;
  readonly policy: string | null;
  readonly diagnostic: Diagnostic;
};

/**
 * `zpl check FILE|- [--inventory WORLD] [--json] [--max-warnings N]`: prints what is wrong with the statements of a file,
 * and with an exported world also which of their names mean nothing in it. Gives 1 when one does not parse, or when
 * there are more warnings than N, and 0 otherwise.
 */
export async function check(words: readonly string[]): Promise<number> {
  const { file, flags } = takeFile(words, ["--max-warnings", "--inventory"]);
  const given = parseArguments(flags, { json: "switch", "max-warnings": "word", inventory: "word" });
  const maxWarnings = maxWarningsFrom(given["max-warnings"]);
  const document = readDocument(file);
  const { statements } = document;
  const world = given["inventory"] === undefined ? null : worldOf(given["inventory"]);
  const findings = findingsOf(document, world === null ? noFacts : worldFacts(world.world));
  const count = (severity: Diagnostic["severity"]) =>
    findings.filter(({ diagnostic }) => diagnostic.severity === severity).length;
  const counts = {
    statements: statements.length,
    errors: count("error"),
    warnings: count("warning"),
    infos: count("info"),
  };
  if (given["json"] === true) {
    const readAt = world === null ? {} : { readAt: world.readAt };
    say(JSON.stringify({ file, ...readAt, ...counts, findings: findings.map(jsonOf) }, null, 2));
  } else {
    for (const finding of findings) for (const line of linesOf(file, finding)) say(line);
    const { errors, warnings, infos } = counts;
    const when = world === null ? "" : ` (inventory read ${world.readAt})`;
    say(`${statements.length} statements: ${errors} errors, ${warnings} warnings, ${infos} notes${when}`);
  }
  return counts.errors > 0 || counts.warnings > maxWarnings ? 1 : 0;
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

function maxWarningsFrom(given: string | true | undefined): number {
  if (given === undefined) return Infinity;
  if (given === true || !/^\d+$/.test(given)) throw new UsageError("--max-warnings needs a number.");
  return Number(given);
}

const severityWords = { error: "error", warning: "warning", info: "note" } as const;

function linesOf(file: string, { statement, policy, diagnostic }: Finding): readonly string[] {
  const { line, column } = statement?.positionAt(diagnostic.from) ?? { line: 1, column: 1 };
  const where = `${file === "-" ? "stdin" : file}:${line}:${column}`;
  const holder = policy === null ? "" : ` (policy ${policy})`;
  const first = `${where}: ${severityWords[diagnostic.severity]} ${diagnostic.rule}: ${diagnostic.message}${holder}`;
  const { fix } = diagnostic;
  if (fix === null || statement === null) return [printable(first)];
  const fixed = applyFix(statement.text, fix).split("\n");
  return [first, `  fix: ${fix.title}:`, ...fixed.map((text) => `    ${text}`)].map(printable);
}

function jsonOf({ statement, index, policy, diagnostic }: Finding) {
  const { from, to, rule, severity, message, expected, fix } = diagnostic;
  return {
    ...(statement?.positionAt(from) ?? { line: null, column: null }),
    end: statement?.positionAt(to) ?? null,
    policy,
    statement: index === null ? null : index + 1,
    rule,
    severity,
    message,
    expected,
    fix: fix && statement && { title: fix.title, edits: fix.edits, text: applyFix(statement.text, fix) },
  };
}
