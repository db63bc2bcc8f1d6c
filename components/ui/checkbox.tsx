"use client";

import { useId } from "react";
import type { ReactNode } from "react";
import { cn } from "@/lib/cn";

type CheckboxProps = {
  /** Says what is chosen: the name of the row's thing. */
  readonly label: ReactNode;
  readonly isLabelHidden?: boolean;
  readonly isChecked: boolean;
  readonly onChange: (isChecked: boolean) => void;
  readonly isDisabled?: boolean;
};

/** One of many that can be chosen. The browser's own control. */
export function Checkbox({ label, isLabelHidden = false, isChecked, onChange, isDisabled = false }: CheckboxProps) {
  const id = useId();
  return (
    <span className="inline-flex min-h-6 items-center gap-2">
      <input
        id={id}
        type="checkbox"
        checked={isChecked}
        disabled={isDisabled}
        onChange={(event) => onChange(event.target.checked)}
        className="accent-accent size-4 shrink-0"
      />
      <label htmlFor={id} className={cn(isLabelHidden && "sr-only")}>
        {label}
      </label>
    </span>
  );
}
