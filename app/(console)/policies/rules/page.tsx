import type { Metadata } from "next";
import { ZprPolicyRulesView } from "@/components/zpr-policies/zpr-policy-rules-view";
import { lintRuleEntries, syntaxRuleEntries } from "@/lib/zpr/policy-lint/rule-entries";

export const metadata: Metadata = { title: "Rules for policy statements" };

export default function ZprPolicyRulesPage() {
  return <ZprPolicyRulesView syntax={syntaxRuleEntries()} meaning={lintRuleEntries()} />;
}
