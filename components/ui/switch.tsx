"use client";

import { useId } from "react";
import { cn } from "@/lib/cn";

type SwitchProps = {
  readonly label: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
  readonly className?: string | undefined;
};

/** Something that is on or off and takes effect at once. */
export function Switch({ label, isOn, onChange, className }: SwitchProps) {
  const id = useId();
  return (
    <span className={cn("inline-flex h-8 items-center gap-2", className)}>
      <button
        id={id}
        type="button"
        role="switch"
        aria-checked={isOn}
        aria-label={label}
        onClick={() => onChange(!isOn)}
        className={cn(
          "group relative h-5 w-8 rounded-full border after:absolute after:-inset-1",
          isOn ? "border-accent bg-accent" : "border-edge bg-surface",
        )}
      >
        <span
          aria-hidden="true"
          className={cn(
            "absolute top-[3px] size-3 rounded-full",
            isOn ? "bg-on-accent right-[3px]" : "bg-edge left-[3px]",
          )}
        />
      </button>
      <label htmlFor={id}>{label}</label>
    </span>
  );
}
