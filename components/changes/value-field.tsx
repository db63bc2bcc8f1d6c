"use client";

import { Combobox } from "@/components/ui/combobox";
import { TextField } from "@/components/ui/text-field";
import type { SelectableNamespace } from "@/lib/contract/security-attributes";

type ValueFieldProps = {
  readonly value: string;
  readonly onValueChange: (value: string) => void;
  readonly allowedValues: SelectableNamespace["keys"][number]["allowedValues"];
  readonly error: string | undefined;
};

/** A value: one of a list where the attribute has one, else free text. */
export function ValueField({ value, onValueChange, allowedValues, error }: ValueFieldProps) {
  if (Array.isArray(allowedValues)) {
    const values: readonly string[] = allowedValues;
    const all = value === "" || values.includes(value) ? values : [...values, value];
    return (
      <Combobox
        label="Value"
        value={value === "" ? null : value}
        onValueChange={(chosen) => onValueChange(chosen ?? "")}
        options={all.map((each) => ({ value: each, label: each }))}
        emptyText="None of the allowed values matches."
        error={error}
      />
    );
  }
  return (
    <TextField
      label="Value"
      isMono
      value={value}
      onValueChange={onValueChange}
      error={error}
      help={
        allowedValues === "unread"
          ? "Its list of allowed values could not be read. OCI decides whether the value is one of them."
          : blanksWords(value)
      }
    />
  );
}

const blanksWords = (value: string) =>
  value !== value.trim() ? "It begins or ends with a blank, which is part of the value." : undefined;
