import { TextLink } from "@/components/shared/text-link";
import { routes } from "@/lib/routes";

/** The id of a rule of the linter, leading to what is to be said of it. */
export const RuleLink = ({ rule }: { readonly rule: string }) => (
  <TextLink href={routes.zprPolicyRules(rule)} look="plain" className="text-note text-muted font-mono underline">
    {rule}
  </TextLink>
);
