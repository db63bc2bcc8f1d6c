"use client";

import { Combobox, type ComboboxOption } from "@/components/ui/combobox";
import type { NameChoice } from "@/components/zpr-policy-editor/name-choices";
import { isSameNamed } from "@/lib/zpr/policy-language/named-attribute";
import { printAttribute } from "@/lib/zpr/policy-language/print-statement";
import type { NamedAttribute } from "@/lib/zpr/policy-language/statement";

type AttributePickerProps = {
  readonly label: string;
  readonly value: NamedAttribute | null;
  readonly choices: readonly NameChoice[];
  readonly error: string | undefined;
  readonly onChange: (attribute: NamedAttribute | null) => void;
};

/** A choice among attributes that were read. One that only the text knows is listed too, and so not lost. */
export function AttributePicker({ label, value, choices, error, onChange }: AttributePickerProps) {
  const own = value === null ? undefined : choices.find(({ attribute }) => isSameNamed(attribute, value));
  const unlisted: readonly NameChoice[] =
    value === null || own !== undefined
      ? []
      : [{ attribute: value, text: printAttribute(value), note: "Only in this statement" }];
  const all = [...unlisted, ...choices];
  const options = all.map(({ text, note }): ComboboxOption => ({ value: text, label: text, description: note }));
  return (
    <Combobox
      label={label}
      options={options}
      value={value === null ? null : (own?.text ?? printAttribute(value))}
      emptyText="No attribute that was read matches. Write it in the text."
      {...(error !== undefined && { error })}
      onValueChange={(chosen) => onChange(all.find(({ text }) => text === chosen)?.attribute ?? null)}
    />
  );
}
