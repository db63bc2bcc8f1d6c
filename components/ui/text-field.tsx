"use client";

import type { ComponentProps, ReactNode } from "react";
import { controlClass, Field } from "@/components/ui/field";
import { cn } from "@/lib/cn";

type TextFieldProps = Omit<ComponentProps<"input">, "id" | "value" | "onChange"> & {
  readonly label: string;
  readonly value: string;
  readonly onValueChange: (value: string) => void;
  readonly help?: ReactNode;
  readonly error?: string | undefined;
  readonly isLabelHidden?: boolean;
  /** Machine words are set in mono. */
  readonly isMono?: boolean;
};

/** A one-line text input with its label, help and error. */
export function TextField({
  label,
  value,
  onValueChange,
  help,
  error,
  isLabelHidden,
  isMono = false,
  className,
  ...rest
}: TextFieldProps) {
  return (
    <Field label={label} help={help} error={error} {...(isLabelHidden !== undefined && { isLabelHidden })}>
      {(control) => (
        <input
          type="text"
          autoComplete="off"
          spellCheck={false}
          {...rest}
          {...control}
          value={value}
          onChange={(event) => onValueChange(event.target.value)}
          className={cn(controlClass, isMono && "font-mono", className)}
        />
      )}
    </Field>
  );
}
