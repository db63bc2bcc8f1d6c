"use client";

import type { ComponentProps, ReactNode } from "react";
import { Hint } from "@/components/ui/hint";
import { cn } from "@/lib/cn";

type IconButtonProps = Omit<ComponentProps<"button">, "aria-label" | "children" | "disabled"> & {
  /** Its name for screen readers, and what the hint shows. */
  readonly label: string;
  readonly icon: ReactNode;
  readonly size?: "medium" | "small";
  readonly disabledReason?: string | undefined;
};

/** A button that is only a picture. The hint says what it does, or why it does nothing now. */
export function IconButton({
  label,
  icon,
  size = "medium",
  disabledReason,
  className,
  onClick,
  type = "button",
  ...rest
}: IconButtonProps) {
  return (
    <Hint text={disabledReason ?? label}>
      {(id) => (
        <button
          {...rest}
          type={type}
          aria-label={label}
          {...(disabledReason !== undefined && { "aria-disabled": true, "aria-describedby": id })}
          onClick={disabledReason === undefined ? onClick : undefined}
          className={cn(
            "rounded-box text-muted inline-flex shrink-0 items-center justify-center",
            "not-aria-disabled:hover:bg-hover not-aria-disabled:hover:text-ink aria-disabled:opacity-45",
            size === "medium" ? "size-8" : "size-6",
            className,
          )}
        >
          {icon}
        </button>
      )}
    </Hint>
  );
}
