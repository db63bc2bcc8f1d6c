"use client";

import type { SetValues } from "nuqs";
import type { findingListParsers, FindingListValues } from "@/components/findings/finding-list-params";
import { anyOption, kindOptions, useRegionOptions } from "@/components/shared/filter-options";
import { severityWords } from "@/components/shared/finding-words";
import { FilterBox } from "@/components/ui/filter-box";
import { Select } from "@/components/ui/select";
import { findingRules, findingSeverities } from "@/lib/oke/findings/finding";
import { findingRuleFacts } from "@/lib/oke/findings/finding-rules";

type FindingFiltersProps = {
  readonly values: FindingListValues;
  readonly onChange: SetValues<typeof findingListParsers>;
};

const severityOptions = [
  anyOption,
  ...findingSeverities.map((severity) => ({ value: severity, label: severityWords[severity].word })),
];
const ruleOptions = [anyOption, ...findingRules.map((rule) => ({ value: rule, label: findingRuleFacts[rule].title }))];

/** What narrows the list of findings. Everything goes to the address at once, and back to the first page. */
export function FindingFilters({ values, onChange }: FindingFiltersProps) {
  const regionOptions = useRegionOptions(values.region);
  return (
    <>
      <FilterBox
        label="Filter findings"
        placeholder="Name, OCID or attribute"
        value={values.q}
        onValueChange={(q) => void onChange({ q: q || null, page: null })}
        className="w-full sm:w-64"
      />
      <Select
        look="inline"
        label="Severity"
        value={values.severity ?? ""}
        options={severityOptions}
        onValueChange={(severity) => void onChange({ severity: severity || null, page: null })}
      />
      <Select
        look="inline"
        label="Finding"
        value={values.rule ?? ""}
        options={ruleOptions}
        onValueChange={(rule) => void onChange({ rule: rule || null, page: null })}
      />
      <Select
        look="inline"
        label="Kind"
        value={values.kind ?? ""}
        options={kindOptions}
        onValueChange={(kind) => void onChange({ kind: kind || null, page: null })}
      />
      <Select
        look="inline"
        label="Region"
        value={values.region ?? ""}
        options={regionOptions}
        onValueChange={(region) => void onChange({ region: region || null, page: null })}
      />
    </>
  );
}
