import { applyFix, type Diagnostic } from "@/lib/zpr/policy-language/diagnostic";
import { parseStatement } from "@/lib/zpr/policy-language/parse-statement";
import type { DocumentStatement } from "@/lib/zpr/policy-language/policy-document";
import { parseArguments, UsageError } from "@/scripts/lib/arguments.mjs";
import { say } from "@/scripts/lib/say.mjs";
import { readDocument, takeFile } from "@/scripts/zpl/read-document";

type Finding = { readonly statement: DocumentStatement; readonly index: number; readonly diagnostic: Diagnostic };

/**
 * `zpl check FILE|- [--json] [--max-warnings N]`: prints what is wrong with the statements of a file. Gives 1 when one
 * does not parse, or when there are more warnings than N, and 0 otherwise.
 */
export async function check(words: readonly string[]): Promise<number> {
  const { file, flags } = takeFile(words, ["--max-warnings"]);
  const given = parseArguments(flags, { json: "switch", "max-warnings": "word" });
  const maxWarnings = maxWarningsFrom(given["max-warnings"]);
  const { statements } = readDocument(file);
  const findings = statements.flatMap((statement, index) =>
    parseStatement(statement.text).diagnostics.map((diagnostic): Finding => ({ statement, index, diagnostic })),
  );
  const count = (severity: Diagnostic["severity"]) =>
    findings.filter(({ diagnostic }) => diagnostic.severity === severity).length;
  const counts = {
    statements: statements.length,
    errors: count("error"),
    warnings: count("warning"),
    infos: count("info"),
  };
  if (given["json"] === true) {
    say(JSON.stringify({ file, ...counts, findings: findings.map(jsonOf) }, null, 2));
  } else {
    for (const finding of findings) for (const line of linesOf(file, finding)) say(line);
    const { errors, warnings, infos } = counts;
    say(`${statements.length} statements: ${errors} errors, ${warnings} warnings, ${infos} notes`);
  }
  return counts.errors > 0 || counts.warnings > maxWarnings ? 1 : 0;
}

function maxWarningsFrom(given: string | true | undefined): number {
  if (given === undefined) return Infinity;
  if (given === true || !/^\d+$/.test(given)) throw new UsageError("--max-warnings needs a number.");
  return Number(given);
}

const severityWords = { error: "error", warning: "warning", info: "note" } as const;

function linesOf(file: string, { statement, diagnostic }: Finding): readonly string[] {
  const { line, column } = statement.positionAt(diagnostic.from);
  const where = `${file === "-" ? "stdin" : file}:${line}:${column}`;
  const policy = statement.policy === null ? "" : ` (policy ${statement.policy})`;
  const { fix } = diagnostic;
  return [
    `${where}: ${severityWords[diagnostic.severity]} ${diagnostic.rule}: ${diagnostic.message}${policy}`,
    ...(fix === null
      ? []
      : [
          `  fix: ${fix.title}:`,
          ...applyFix(statement.text, fix)
            .split("\n")
            .map((text) => `    ${text}`),
        ]),
  ].map(printable);
}

/** Control characters of a statement would act on the terminal. */
const printable = (line: string) =>
  line.replaceAll(/[\p{Cc}\p{Cf}]/gu, (char) => `\\u{${(char.codePointAt(0) ?? 0).toString(16)}}`);

function jsonOf({ statement, index, diagnostic }: Finding) {
  const { from, to, rule, severity, message, expected, fix } = diagnostic;
  return {
    ...statement.positionAt(from),
    end: statement.positionAt(to),
    policy: statement.policy,
    statement: index + 1,
    rule,
    severity,
    message,
    expected,
    fix: fix && { title: fix.title, edits: fix.edits, text: applyFix(statement.text, fix) },
  };
}
