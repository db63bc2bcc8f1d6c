"use client";

import { useCompartmentOptions, useRegionOptions } from "@/components/shared/filter-options";
import { FilterBox } from "@/components/ui/filter-box";
import { Select, type SelectOption } from "@/components/ui/select";

/** The choice that narrows nothing. */
const anyOption = { value: "", label: "Any" } as const;

type TextFilterProps = {
  /** Plural: "clusters". */
  readonly noun: string;
  readonly placeholder?: string;
  readonly value: string;
  /** Takes `null` for no filter, as the address does. */
  readonly onChange: (text: string | null) => void;
};

/** What is searched for in a list, as a person types it. */
export function TextFilter({ noun, placeholder = "Name, OCID or attribute", value, onChange }: TextFilterProps) {
  return (
    <FilterBox
      label={`Filter ${noun}`}
      placeholder={placeholder}
      value={value}
      onValueChange={(text) => onChange(text || null)}
      className="w-full sm:w-64"
    />
  );
}

type ChoiceFilterProps<V extends string> = {
  readonly label: string;
  readonly value: V | null;
  /** The choices that narrow; "Any" stands before them. */
  readonly options: readonly SelectOption<V>[];
  readonly onChange: (value: V | null) => void;
};

/** One of a few by which a list is narrowed, or any. */
export function ChoiceFilter<V extends string>({ label, value, options, onChange }: ChoiceFilterProps<V>) {
  return (
    <Select<V | "">
      look="inline"
      label={label}
      value={value ?? ""}
      options={[anyOption, ...options]}
      onValueChange={(chosen) => onChange(chosen === "" ? null : chosen)}
    />
  );
}

type RegionFilterProps = {
  readonly label?: string;
  readonly value: string | null;
  readonly onChange: (region: string | null) => void;
};

/** The region by which a list is narrowed. */
export function RegionFilter({ label = "Region", value, onChange }: RegionFilterProps) {
  return <ChoiceFilter label={label} value={value} options={useRegionOptions(value)} onChange={onChange} />;
}

type CompartmentFilterProps = {
  readonly value: string | null;
  readonly onChange: (compartmentId: string | null) => void;
};

/** The compartment by which a list is narrowed, by its path. */
export function CompartmentFilter({ value, onChange }: CompartmentFilterProps) {
  return <ChoiceFilter label="Compartment" value={value} options={useCompartmentOptions(value)} onChange={onChange} />;
}
