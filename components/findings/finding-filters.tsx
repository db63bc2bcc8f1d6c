"use client";

import type { SetValues } from "nuqs";
import type { findingListParsers, FindingListValues } from "@/components/findings/finding-list-params";
import { kindOptions } from "@/components/shared/filter-options";
import { severityWords } from "@/components/shared/finding-words";
import { ChoiceFilter, TextFilter } from "@/components/shared/list-filters";
import { findingRules, findingSeverities } from "@/lib/oke/findings/finding";
import { findingRuleFacts } from "@/lib/oke/findings/finding-rules";

type FindingFiltersProps = {
  readonly values: FindingListValues;
  readonly onChange: SetValues<typeof findingListParsers>;
};

const severityOptions = findingSeverities.map((severity) => ({ value: severity, label: severityWords[severity].word }));
const ruleOptions = findingRules.map((rule) => ({ value: rule, label: findingRuleFacts[rule].title }));

/** What narrows the list of findings. Everything goes to the address at once, and back to the first page. */
export function FindingFilters({ values, onChange }: FindingFiltersProps) {
  return (
    <>
      <TextFilter noun="findings" value={values.q} onChange={(q) => void onChange({ q, page: null })} />
      <ChoiceFilter
        label="Severity"
        value={values.severity}
        options={severityOptions}
        onChange={(severity) => void onChange({ severity, page: null })}
      />
      <ChoiceFilter
        label="Finding"
        value={values.rule}
        options={ruleOptions}
        onChange={(rule) => void onChange({ rule, page: null })}
      />
      <ChoiceFilter
        label="Kind"
        value={values.kind}
        options={kindOptions}
        onChange={(kind) => void onChange({ kind, page: null })}
      />
    </>
  );
}
