"use client";

import type { SetValues } from "nuqs";
import type { resourceListParsers, ResourceListValues } from "@/components/resources/resource-list-params";
import { kindOptions } from "@/components/shared/filter-options";
import { ChoiceFilter, TextFilter } from "@/components/shared/list-filters";
import { verdictOptions } from "@/components/shared/verdict-options";

type ResourceFiltersProps = {
  readonly values: ResourceListValues;
  readonly onChange: SetValues<typeof resourceListParsers>;
};

const matchOptions = [
  { value: "part-of", label: "Part of it" },
  { value: "certain", label: "Matched, certain" },
  { value: "strong", label: "Matched, very likely" },
  { value: "possible", label: "Matched, possible" },
  { value: "orphan", label: "Names an absent cluster" },
  { value: "unmatched", label: "Not matched" },
  { value: "shared", label: "Belongs to none" },
] as const;

/** What narrows the list of resources. Everything goes to the address at once, and back to the first page. */
export function ResourceFilters({ values, onChange }: ResourceFiltersProps) {
  return (
    <>
      <TextFilter noun="resources" value={values.q} onChange={(q) => void onChange({ q, page: null })} />
      <ChoiceFilter
        label="Kind"
        value={values.kind}
        options={kindOptions}
        onChange={(kind) => void onChange({ kind, page: null })}
      />
      <ChoiceFilter
        label="Attributes"
        value={values.state}
        options={verdictOptions}
        onChange={(state) => void onChange({ state, page: null })}
      />
      <ChoiceFilter
        label="Cluster"
        value={values.match}
        options={matchOptions}
        onChange={(match) => void onChange({ match, page: null })}
      />
    </>
  );
}
