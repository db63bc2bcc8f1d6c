"use client";

import { useQuery } from "@tanstack/react-query";
import type { SetValues } from "nuqs";
import type { resourceListParsers, ResourceListValues } from "@/components/resources/resource-list-params";
import { anyOption, kindOptions, useRegionOptions } from "@/components/shared/filter-options";
import { verdictOptions } from "@/components/shared/verdict-options";
import { FilterBox } from "@/components/ui/filter-box";
import { Select } from "@/components/ui/select";
import { inventoryQuery } from "@/lib/queries/inventory";

type ResourceFiltersProps = {
  readonly values: ResourceListValues;
  readonly onChange: SetValues<typeof resourceListParsers>;
};

const matchOptions = [
  anyOption,
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
  const status = useQuery(inventoryQuery()).data;
  const regionOptions = useRegionOptions(values.region);
  const compartments = (status?.compartments ?? []).map(({ id, path }) => ({ value: id, label: path }));
  const chosen = values.compartmentId;
  const unlisted = chosen !== null && compartments.every(({ value }) => value !== chosen);
  return (
    <>
      <FilterBox
        label="Filter resources"
        placeholder="Name, OCID or attribute"
        value={values.q}
        onValueChange={(q) => void onChange({ q: q || null, page: null })}
        className="w-full sm:w-64"
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
      <Select
        look="inline"
        label="Compartment"
        value={chosen ?? ""}
        options={[anyOption, ...compartments, ...(unlisted ? [{ value: chosen, label: chosen }] : [])]}
        onValueChange={(compartmentId) => void onChange({ compartmentId: compartmentId || null, page: null })}
      />
      <Select
        look="inline"
        label="Attributes"
        value={values.state ?? ""}
        options={verdictOptions}
        onValueChange={(state) => void onChange({ state: state || null, page: null })}
      />
      <Select
        look="inline"
        label="Cluster"
        value={values.match ?? ""}
        options={matchOptions}
        onValueChange={(match) => void onChange({ match: match || null, page: null })}
      />
    </>
  );
}
