"use client";

import type { SetValues } from "nuqs";
import type { coverageListParsers, CoverageListValues } from "@/components/coverage/coverage-list-params";
import { coverageWords } from "@/components/coverage/coverage-words";
import { ChoiceFilter, TextFilter } from "@/components/shared/list-filters";
import { coverageOutcomes } from "@/lib/contract/coverage";

type CoverageFiltersProps = {
  readonly values: CoverageListValues;
  readonly onChange: SetValues<typeof coverageListParsers>;
};

const outcomeOptions = coverageOutcomes.map((outcome) => ({ value: outcome, label: coverageWords[outcome].word }));

/** What narrows the ledger. Everything goes to the address at once, and back to the first page. */
export function CoverageFilters({ values, onChange }: CoverageFiltersProps) {
  return (
    <>
      <TextFilter
        noun="reads"
        placeholder="Operation, OCID or reason"
        value={values.q}
        onChange={(q) => void onChange({ q, page: null })}
      />
      <ChoiceFilter
        label="Outcome"
        value={values.outcome}
        options={outcomeOptions}
        onChange={(outcome) => void onChange({ outcome, page: null })}
      />
    </>
  );
}
