import { applyFix } from "@/lib/zpr/policy-language/diagnostic";
import { parseStatement } from "@/lib/zpr/policy-language/parse-statement";
import { syntaxRules } from "@/lib/zpr/policy-language/syntax-rule";
import { noFacts } from "@/lib/zpr/policy-lint/lint-facts";
import { lintPolicies } from "@/lib/zpr/policy-lint/lint-policies";
import { type LintNeed, lintRules } from "@/lib/zpr/policy-lint/lint-rule";

const needWords: Readonly<Record<LintNeed, string>> = {
  catalog: "the security attribute namespaces",
  vcns: "the VCNs",
  resources: "the resources",
  peerings: "the peerings",
  "node-pools": "the node pools",
  policies: "all policies of the tenancy",
};

const severityWords = { error: "Error", warning: "Warning", info: "Note" } as const;
const code = (lines: readonly string[]) => ["```text", ...lines, "```"];

/** Characters that cannot be seen are shown by their number. */
const visible = (text: string) =>
  text.replaceAll(/[\p{Cf}\u00A0]/gu, (char) => `\\u{${(char.codePointAt(0) ?? 0).toString(16)}}`);

function syntaxSections(): readonly string[] {
  return Object.entries(syntaxRules).flatMap(([rule, { severity, reason, example }]) => {
    const fix = parseStatement(example).diagnostics.find((each) => each.rule === rule)?.fix;
    return [
      `### ${rule}`,
      "",
      `${severityWords[severity]}. ${reason}`,
      "",
      ...(example.trim() === "" ? [] : [...code([visible(example)]), ""]),
      ...(fix ? [`Fix: ${fix.title}.`, "", ...code(applyFix(example, fix).split("\n")), ""] : []),
    ];
  });
}

function lintSections(): readonly string[] {
  return Object.entries(lintRules).flatMap(([rule, { severity, reason, cure, needs, example }]) => {
    const { findings } = lintPolicies([{ id: null, name: null, lifecycleState: null, statements: example }], noFacts);
    const found = findings.find((each) => each.rule === rule);
    const text = example[found?.statement ?? 0];
    const fixed = found?.fix && text !== undefined ? applyFix(text, found.fix) : null;
    const list = new Intl.ListFormat("en-GB").format(needs.map((need) => needWords[need]));
    return [
      `### ${rule}`,
      "",
      `${severityWords[severity]}. ${reason}`,
      "",
      `${cure}${needs.length === 0 ? "" : ` Needs to know ${list}, and says nothing otherwise.`}`,
      "",
      ...(example.length === 0 ? [] : [...code(example.map(visible)), ""]),
      ...(fixed === null ? [] : ["becomes", "", ...code([visible(fixed)]), ""]),
    ];
  });
}

/** The documentation of all rules, as docs/zpl-rules.md holds it. */
export function rulesPage(): string {
  return [
    "# Rules for policy statements",
    "",
    "Written by `npm run zpl -- rules --write`; a test holds it to the rules. Oracle publishes prose and examples of the",
    "Zero Trust Packet Routing Policy Language, no grammar: the rules follow [its pages][zpl] and what people report of the",
    "service. An error keeps a statement from being parsed. A warning says that a statement may not do what was meant, a",
    "note that there is something to know.",
    "",
    "[zpl]: https://docs.oracle.com/en-us/iaas/Content/zero-trust-packet-routing/zpr-policy-syntax.htm",
    "",
    "## Syntax",
    "",
    ...syntaxSections(),
    "## Meaning",
    "",
    "These look at statements that say something. A rule whose facts are not known says nothing.",
    "",
    ...lintSections(),
  ]
    .join("\n")
    .trimEnd()
    .concat("\n");
}
