"use client";

import { useId, type ReactNode } from "react";
import { cn } from "@/lib/cn";

type SegmentedProps<V extends string> = {
  readonly label: string;
  readonly value: V;
  readonly options: readonly { readonly value: V; readonly label: string; readonly icon?: ReactNode }[];
  readonly onValueChange: (value: V) => void;
};

/** One of a few, all in sight. Radio buttons underneath, so arrow keys work. */
export function Segmented<V extends string>({ label, value, options, onValueChange }: SegmentedProps<V>) {
  const name = useId();
  return (
    <fieldset className="min-w-0">
      <legend className="text-note text-muted mb-1">{label}</legend>
      <div className="rounded-box border-edge flex border p-0.5">
        {options.map((option) => (
          <label
            key={option.value}
            data-segment
            className={cn(
              "rounded-chip has-focus-visible:outline-focus flex h-7 flex-1 cursor-pointer items-center justify-center gap-1.5 px-2 has-focus-visible:outline-2",
              option.value === value ? "bg-selected font-medium" : "text-muted hover:text-ink",
            )}
          >
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onValueChange(option.value)}
              className="sr-only"
            />
            {option.icon}
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
