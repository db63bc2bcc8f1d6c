"use client";

import { ChevronDown } from "lucide-react";
import { useId, type ReactNode } from "react";
import { controlClass, Field } from "@/components/ui/field";
import { cn } from "@/lib/cn";

export type SelectOption<V extends string> = { readonly value: V; readonly label: string };

type SelectProps<V extends string> = {
  readonly label: string;
  readonly value: V;
  readonly options: readonly SelectOption<V>[];
  readonly onValueChange: (value: V) => void;
  readonly help?: ReactNode;
  readonly error?: string | undefined;
  /** `inline`: label and control on one line, for filters above a table. */
  readonly look?: "field" | "inline";
};

/** A choice from a short list. The browser's own control: it works with any keyboard, reader and phone. */
export function Select<V extends string>({
  label,
  value,
  options,
  onValueChange,
  help,
  error,
  look = "field",
}: SelectProps<V>) {
  const id = useId();
  const onChange = (chosen: string) => {
    const option = options.find((candidate) => candidate.value === chosen);
    if (option) onValueChange(option.value);
  };
  const items = options.map((option) => (
    <option key={option.value} value={option.value}>
      {option.label}
    </option>
  ));
  if (look === "inline") {
    return (
      <span className="rounded-box border-edge bg-surface hover:bg-hover relative inline-flex h-8 items-center border">
        <label htmlFor={id} className="text-muted pl-2.5">
          {label}
        </label>
        <select
          id={id}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          className="rounded-box [field-sizing:content] h-full max-w-48 appearance-none bg-transparent pr-7 pl-1.5 font-medium text-ellipsis"
        >
          {items}
        </select>
        <ChevronDown aria-hidden="true" className="text-muted pointer-events-none absolute right-2 size-3.5" />
      </span>
    );
  }
  return (
    <Field label={label} help={help} error={error}>
      {(control) => (
        <span className="relative flex items-center">
          <select
            {...control}
            value={value}
            onChange={(event) => onChange(event.target.value)}
            className={cn(controlClass, "appearance-none pr-8")}
          >
            {items}
          </select>
          <ChevronDown aria-hidden="true" className="text-muted pointer-events-none absolute right-2.5 size-3.5" />
        </span>
      )}
    </Field>
  );
}
