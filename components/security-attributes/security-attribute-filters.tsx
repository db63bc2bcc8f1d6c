"use client";

import type { SetValues } from "nuqs";
import { definitionOptions } from "@/components/security-attributes/definition-words";
import type {
  securityAttributeListParsers,
  SecurityAttributeListValues,
} from "@/components/security-attributes/security-attribute-list-params";
import { kindOptions, optionsOfNames, useRegionOptions } from "@/components/shared/filter-options";
import { FilterBox } from "@/components/ui/filter-box";
import { Select } from "@/components/ui/select";

type SecurityAttributeFiltersProps = {
  readonly values: SecurityAttributeListValues;
  readonly onChange: SetValues<typeof securityAttributeListParsers>;
  readonly namespaces: readonly string[];
};

/** What narrows both lists of security attributes. The stale queue has its states already. */
export function SecurityAttributeFilters({ values, onChange, namespaces }: SecurityAttributeFiltersProps) {
  const regionOptions = useRegionOptions(values.region);
  const isQueue = values.state === "stale";
  return (
    <>
      <FilterBox
        label="Filter security attributes"
        placeholder="Namespace, key, value"
        value={values.q}
        onValueChange={(q) => void onChange({ q: q || null, page: null })}
        className="w-full sm:w-64"
      />
      <Select
        look="inline"
        label="Namespace"
        value={values.namespace ?? ""}
        options={optionsOfNames(namespaces, values.namespace)}
        onValueChange={(namespace) => void onChange({ namespace: namespace || null, page: null })}
      />
      {!isQueue && (
        <Select
          look="inline"
          label="State"
          value={values.state === "stale" ? "" : (values.state ?? "")}
          options={definitionOptions}
          onValueChange={(state) => void onChange({ state: state || null, page: null })}
        />
      )}
      <Select
        look="inline"
        label="Carried by"
        value={values.kind ?? ""}
        options={kindOptions}
        onValueChange={(kind) => void onChange({ kind: kind || null, page: null })}
      />
      <Select
        look="inline"
        label="Carried in"
        value={values.region ?? ""}
        options={regionOptions}
        onValueChange={(region) => void onChange({ region: region || null, page: null })}
      />
    </>
  );
}
