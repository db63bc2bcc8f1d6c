"use client";

import type { SetValues } from "nuqs";
import { lintWords } from "@/components/shared/lint-words";
import { ChoiceFilter, TextFilter } from "@/components/shared/list-filters";
import type { ZprPolicyListValues, zprPolicyListParsers } from "@/components/zpr-policies/zpr-policy-list-params";
import { zprPolicyLifecycleStates } from "@/lib/contract/zpr-policies";
import { formatCode } from "@/lib/format";
import { severities } from "@/lib/zpr/policy-language/diagnostic";

type ZprPolicyFiltersProps = {
  readonly values: ZprPolicyListValues;
  readonly onChange: SetValues<typeof zprPolicyListParsers>;
};

const stateOptions = zprPolicyLifecycleStates.map((state) => ({
  value: state,
  label: state === "UNKNOWN_VALUE" ? "Unknown state" : formatCode(state),
}));
const severityOptions = [
  ...severities.map((severity) => ({ value: severity, label: lintWords[severity].word })),
  { value: "none", label: "Nothing found" } as const,
];

/** What narrows the list of policies. Everything goes to the address at once, and back to the first page. */
export function ZprPolicyFilters({ values, onChange }: ZprPolicyFiltersProps) {
  return (
    <>
      <TextFilter
        noun="ZPR policies"
        placeholder="Name, attribute or statement"
        value={values.q}
        onChange={(q) => void onChange({ q, page: null })}
      />
      <ChoiceFilter
        label="State"
        value={values.lifecycleState}
        options={stateOptions}
        onChange={(lifecycleState) => void onChange({ lifecycleState, page: null })}
      />
      <ChoiceFilter
        label="Linter"
        value={values.severity}
        options={severityOptions}
        onChange={(severity) => void onChange({ severity, page: null })}
      />
    </>
  );
}
