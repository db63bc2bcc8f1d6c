"use client";

import type { SetValues, UseQueryStatesKeysMap, Values } from "nuqs";
import type { clusterListParsers } from "@/components/clusters/cluster-list-params";
import { ChoiceFilter, TextFilter } from "@/components/shared/list-filters";
import { verdictOptions } from "@/components/shared/verdict-options";

type Parsers = typeof clusterListParsers & UseQueryStatesKeysMap;

type ClusterFiltersProps = { readonly values: Values<Parsers>; readonly onChange: SetValues<Parsers> };

const eligibilityOptions = [
  { value: "eligible", label: "Eligible" },
  { value: "not-eligible", label: "Not eligible" },
  { value: "unknown", label: "Unknown" },
] as const;

/** A cluster without a stale attribute is no find. */
const stateOptions = verdictOptions.filter(({ value }) => value !== "ok");

/** What narrows the list of clusters. Everything goes to the address at once, and back to the first page. */
export function ClusterFilters({ values, onChange }: ClusterFiltersProps) {
  return (
    <>
      <TextFilter noun="clusters" value={values.q} onChange={(q) => void onChange({ q, page: null })} />
      <ChoiceFilter
        label="ZPR"
        value={values.eligibility}
        options={eligibilityOptions}
        onChange={(eligibility) => void onChange({ eligibility, page: null })}
      />
      <ChoiceFilter
        label="Attributes"
        value={values.state === "ok" ? null : values.state}
        options={stateOptions}
        onChange={(state) => void onChange({ state, page: null })}
      />
    </>
  );
}
