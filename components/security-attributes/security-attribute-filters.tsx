"use client";

import type { SetValues } from "nuqs";
import { definitionOptions } from "@/components/security-attributes/definition-words";
import type {
  securityAttributeListParsers,
  SecurityAttributeListValues,
} from "@/components/security-attributes/security-attribute-list-params";
import { kindOptions, optionsOfNames } from "@/components/shared/filter-options";
import { ChoiceFilter, TextFilter } from "@/components/shared/list-filters";

type SecurityAttributeFiltersProps = {
  readonly values: SecurityAttributeListValues;
  readonly onChange: SetValues<typeof securityAttributeListParsers>;
  readonly namespaces: readonly string[];
};

/** What narrows both lists of security attributes. The stale queue has its states already. */
export function SecurityAttributeFilters({ values, onChange, namespaces }: SecurityAttributeFiltersProps) {
  const isQueue = values.state === "stale";
  return (
    <>
      <TextFilter
        noun="security attributes"
        placeholder="Namespace, key, value"
        value={values.q}
        onChange={(q) => void onChange({ q, page: null })}
      />
      <ChoiceFilter
        label="Namespace"
        value={values.namespace}
        options={optionsOfNames(namespaces, values.namespace)}
        onChange={(namespace) => void onChange({ namespace, page: null })}
      />
      {!isQueue && (
        <ChoiceFilter
          label="State"
          value={values.state === "stale" ? null : values.state}
          options={definitionOptions}
          onChange={(state) => void onChange({ state, page: null })}
        />
      )}
      <ChoiceFilter
        label="Carried by"
        value={values.kind}
        options={kindOptions}
        onChange={(kind) => void onChange({ kind, page: null })}
      />
    </>
  );
}
