import { lintWords } from "@/components/shared/lint-words";
import { PageHeader } from "@/components/shared/page-header";
import { Section } from "@/components/shared/section";
import { StatementText } from "@/components/shared/statement-text";
import { StatusWord } from "@/components/ui/status-word";
import { routes } from "@/lib/routes";
import type { RuleEntry } from "@/lib/zpr/policy-lint/rule-entries";

type ZprPolicyRulesViewProps = { readonly syntax: readonly RuleEntry[]; readonly meaning: readonly RuleEntry[] };

/** Every rule that statements are held against, each at an anchor of its own. */
export function ZprPolicyRulesView({ syntax, meaning }: ZprPolicyRulesViewProps) {
  return (
    <>
      <PageHeader
        crumbs={[{ href: routes.zprPolicies(), label: "ZPR policies" }]}
        title="Rules for policy statements"
        aside={<span className="text-muted">{syntax.length + meaning.length} rules</span>}
      >
        <p className="max-w-[88ch]">
          Oracle publishes prose and examples of the policy language, and no grammar: the rules follow its pages and
          what people report of the service. An error keeps a statement from being parsed, or a policy from being saved;
          a warning says that it may not do what was meant; a note, that there is something to know.
        </p>
      </PageHeader>
      <div className="flex flex-col gap-8">
        <Section title="Syntax">
          <Rules entries={syntax} />
        </Section>
        <Section title="Meaning">
          <p className="text-muted mb-2 max-w-[88ch]">
            These look at statements that can be parsed. A rule whose facts are not known says nothing.
          </p>
          <Rules entries={meaning} />
        </Section>
      </div>
    </>
  );
}

function Rules({ entries }: { readonly entries: readonly RuleEntry[] }) {
  return (
    <ul className="rounded-box border-line bg-surface divide-line divide-y border">
      {entries.map((entry) => (
        <Rule key={entry.rule} entry={entry} />
      ))}
    </ul>
  );
}

const listed = new Intl.ListFormat("en-GB");

function Rule({ entry: { rule, severity, reason, cure, needs, example, fix } }: { readonly entry: RuleEntry }) {
  const { shape, tone, word } = lintWords[severity];
  return (
    <li
      id={rule}
      tabIndex={-1}
      className="target:bg-selected focus:bg-selected grid scroll-mt-20 gap-x-6 gap-y-1 px-4 py-3 sm:grid-cols-[6rem_minmax(0,1fr)]"
    >
      <div>
        <StatusWord shape={shape} tone={tone}>
          {word}
        </StatusWord>
      </div>
      <div className="flex min-w-0 flex-col gap-1.5">
        <h3 className="text-note font-mono font-medium wrap-anywhere">{rule}</h3>
        <p className="max-w-[88ch]">
          {reason} {cure !== null && <span className="text-muted">{cure}</span>}
        </p>
        {needs.length > 0 && <p className="text-note text-muted">Needs to know {listed.format(needs)}.</p>}
        {example.length > 0 && <Statements label="For example" statements={example} />}
        {fix !== null && <Statements label={`Fix: ${fix.title}`} statements={fix.text.split("\n")} />}
      </div>
    </li>
  );
}

function Statements({ label, statements }: { readonly label: string; readonly statements: readonly string[] }) {
  return (
    <div className="min-w-0">
      <p className="text-note text-muted">{label}</p>
      <ul className="flex flex-col gap-0.5">
        {statements.map((statement) => (
          <li key={statement}>
            <StatementText text={statement} />
          </li>
        ))}
      </ul>
    </div>
  );
}
