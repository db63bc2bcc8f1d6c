import { lintWords } from "@/components/shared/lint-words";
import { Section } from "@/components/shared/section";
import { TextLink } from "@/components/shared/text-link";
import { Literal } from "@/components/ui/literal";
import { StatusWord } from "@/components/ui/status-word";
import { RuleLink } from "@/components/zpr-policies/rule-link";
import type { ListZprPoliciesResponse } from "@/lib/contract/zpr-policies";
import { routes } from "@/lib/routes";

/** What the linter says of no single policy: nodes that cannot join, limits of the tenancy. */
export function TenancyFindings({ findings }: { readonly findings: ListZprPoliciesResponse["tenancyFindings"] }) {
  if (findings.length === 0) return null;
  return (
    <Section title="Of all policies together">
      <ul className="rounded-box border-line bg-surface divide-line divide-y border">
        {findings.map(({ rule, severity, message, cure, clusterId }) => (
          <li key={`${rule} ${message}`} className="grid gap-x-4 gap-y-1 px-4 py-2.5 sm:grid-cols-[6rem_minmax(0,1fr)]">
            <div>
              <StatusWord shape={lintWords[severity].shape} tone={lintWords[severity].tone}>
                {lintWords[severity].word}
              </StatusWord>
            </div>
            <div className="min-w-0 wrap-anywhere">
              <p>
                <Literal text={message} />
              </p>
              <p className="text-muted flex flex-wrap items-baseline gap-x-2">
                {cure}
                {clusterId !== null && (
                  <TextLink href={routes.cluster(clusterId, "required-statements")}>
                    The statements that this cluster needs
                  </TextLink>
                )}
                <RuleLink rule={rule} />
              </p>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
