"use client";

import type { SetValues, UseQueryStatesKeysMap, Values } from "nuqs";
import type { clusterListParsers } from "@/components/clusters/cluster-list-params";
import { anyOption, useRegionOptions } from "@/components/shared/filter-options";
import { verdictOptions } from "@/components/shared/verdict-options";
import { FilterBox } from "@/components/ui/filter-box";
import { Select } from "@/components/ui/select";

type Parsers = typeof clusterListParsers & UseQueryStatesKeysMap;

type ClusterFiltersProps = { readonly values: Values<Parsers>; readonly onChange: SetValues<Parsers> };

const eligibilityOptions = [
  anyOption,
  { value: "eligible", label: "Eligible" },
  { value: "not-eligible", label: "Not eligible" },
  { value: "unknown", label: "Unknown" },
] as const;

/** A cluster without a stale attribute is no find. */
const stateOptions = verdictOptions.filter(({ value }) => value !== "ok");

/** What narrows the list of clusters. Everything goes to the address at once, and back to the first page. */
export function ClusterFilters({ values, onChange }: ClusterFiltersProps) {
  const regionOptions = useRegionOptions(values.region);
  return (
    <>
      <FilterBox
        label="Filter clusters"
        placeholder="Name, OCID or attribute"
        value={values.q}
        onValueChange={(q) => void onChange({ q: q || null, page: null })}
        className="w-full sm:w-64"
      />
      <Select
        look="inline"
        label="Region"
        value={values.region ?? ""}
        options={regionOptions}
        onValueChange={(region) => void onChange({ region: region || null, page: null })}
      />
      <Select
        look="inline"
        label="ZPR"
        value={values.eligibility ?? ""}
        options={eligibilityOptions}
        onValueChange={(eligibility) => void onChange({ eligibility: eligibility || null, page: null })}
      />
      <Select
        look="inline"
        label="Attributes"
        value={values.state === "ok" ? "" : (values.state ?? "")}
        options={stateOptions}
        onValueChange={(state) => void onChange({ state: state || null, page: null })}
      />
    </>
  );
}
