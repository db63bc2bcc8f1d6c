import type { Severity } from "@/lib/zpr/policy-language/diagnostic";
import { lintRuleEntries, type RuleEntry, syntaxRuleEntries } from "@/lib/zpr/policy-lint/rule-entries";

const severityWords: Readonly<Record<Severity, string>> = { error: "Error", warning: "Warning", info: "Note" };
const listed = new Intl.ListFormat("en-GB");

/** Characters that cannot be seen are shown by their number. */
const visible = (text: string) =>
  text.replaceAll(/[\p{Cf}\u00A0]/gu, (char) => `\\u{${(char.codePointAt(0) ?? 0).toString(16)}}`);

const paragraph = (text: string) => [text, ""];
const code = (statements: readonly string[]) =>
  statements.length === 0 ? [] : ["```text", ...statements.map(visible), "```", ""];

const headOf = ({ rule, severity, reason }: RuleEntry) => [
  ...paragraph(`### ${rule}`),
  ...paragraph(`${severityWords[severity]}. ${reason}`),
];

const syntaxSection = (entry: RuleEntry): readonly string[] => [
  ...headOf(entry),
  ...code(entry.example),
  ...(entry.fix === null ? [] : [...paragraph(`Fix: ${entry.fix.title}.`), ...code(entry.fix.text.split("\n"))]),
];

function lintSection(entry: RuleEntry): readonly string[] {
  const { cure, needs, example, fix } = entry;
  const condition = needs.length === 0 ? "" : ` Needs to know ${listed.format(needs)}, and says nothing otherwise.`;
  return [
    ...headOf(entry),
    ...paragraph(`${cure ?? ""}${condition}`),
    ...code(example),
    ...(fix === null ? [] : [...paragraph("becomes"), ...code([fix.text])]),
  ];
}

/** The documentation of all rules, as docs/zpl-rules.md holds it. */
export function rulesPage(): string {
  return [
    "# Rules for policy statements",
    "",
    "Written by `npm run zpl -- rules --write`; a test holds it to the rules. Oracle publishes prose and examples of the",
    "Zero Trust Packet Routing Policy Language, no grammar: the rules follow [its pages][zpl] and what people report of the",
    "service. An error keeps a statement from being parsed, or a policy from being saved. A warning says that a statement",
    "may not do what was meant, a note that there is something to know.",
    "",
    "[zpl]: https://docs.oracle.com/en-us/iaas/Content/zero-trust-packet-routing/zpr-policy-syntax.htm",
    "",
    "## Syntax",
    "",
    ...syntaxRuleEntries().flatMap(syntaxSection),
    "## Meaning",
    "",
    "These look at statements that say something. A rule whose facts are not known says nothing.",
    "",
    ...lintRuleEntries().flatMap(lintSection),
  ]
    .join("\n")
    .trimEnd()
    .concat("\n");
}
