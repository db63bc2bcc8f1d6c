"use client";

import { useQuery } from "@tanstack/react-query";
import type { SetValues, UseQueryStatesKeysMap, Values } from "nuqs";
import type { clusterListParsers } from "@/components/clusters/cluster-list-params";
import { FilterBox } from "@/components/ui/filter-box";
import { Select } from "@/components/ui/select";
import { inventoryQuery } from "@/lib/queries/inventory";

type Parsers = typeof clusterListParsers & UseQueryStatesKeysMap;

type ClusterFiltersProps = { readonly values: Values<Parsers>; readonly onChange: SetValues<Parsers> };

const eligibilityOptions = [
  { value: "", label: "Any" },
  { value: "eligible", label: "Eligible" },
  { value: "not-eligible", label: "Not eligible" },
  { value: "unknown", label: "Unknown" },
] as const;

const stateOptions = [
  { value: "", label: "Any" },
  { value: "stale", label: "Any stale" },
  { value: "deleted", label: "Deleted" },
  { value: "deleting", label: "Deleting" },
  { value: "retired", label: "Retired" },
  { value: "value-not-allowed", label: "Value not allowed" },
  { value: "unknown", label: "Unknown" },
] as const;

/** What narrows the list of clusters. Everything goes to the address at once, and back to the first page. */
export function ClusterFilters({ values, onChange }: ClusterFiltersProps) {
  const regions = useQuery(inventoryQuery()).data?.regions ?? [];
  const regionNames = [
    ...new Set([...regions.map(({ regionName }) => regionName), ...(values.region ? [values.region] : [])]),
  ];
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
        options={[{ value: "", label: "Any" }, ...regionNames.map((name) => ({ value: name, label: name }))]}
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
