"use client";

import type { ComponentProps, ReactNode } from "react";
import { buttonClass, type ButtonVariant } from "@/components/ui/button-class";
import { DisabledReason } from "@/components/ui/disabled-reason";
import { cn } from "@/lib/cn";

type ButtonProps = Omit<ComponentProps<"button">, "disabled" | "aria-disabled" | "aria-describedby"> & {
  readonly variant?: ButtonVariant;
  readonly size?: "medium" | "small";
  readonly icon?: ReactNode;
  /** Set: the button stays focusable, does nothing, and says this. */
  readonly disabledReason?: string | undefined;
  /** While its work runs: what it says instead ("Reviewing"), and a click does nothing. */
  readonly pendingLabel?: string | undefined;
};

/** A button. It is never plainly `disabled`: a control that does nothing says why. */
export function Button({
  variant = "secondary",
  size = "medium",
  icon,
  disabledReason,
  pendingLabel,
  type = "button",
  onClick,
  className,
  children,
  ...rest
}: ButtonProps) {
  const isBusy = pendingLabel !== undefined;
  return (
    <DisabledReason reason={disabledReason}>
      {(attributes) => (
        <button
          {...rest}
          {...attributes}
          {...(isBusy && { "aria-disabled": true, "aria-busy": true })}
          type={disabledReason === undefined && !isBusy ? type : "button"}
          className={cn(buttonClass(variant, size), className)}
          onClick={disabledReason === undefined && !isBusy ? onClick : undefined}
        >
          {icon}
          {pendingLabel ?? children}
        </button>
      )}
    </DisabledReason>
  );
}
