import { cn } from "@/lib/cn";

export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger";

const variants: Record<ButtonVariant, string> = {
  primary: "bg-accent text-on-accent border-transparent not-aria-disabled:hover:bg-accent-hover",
  secondary: "bg-surface text-ink border-edge not-aria-disabled:hover:bg-hover",
  quiet: "bg-transparent text-ink border-transparent not-aria-disabled:hover:bg-hover",
  danger: "bg-blocked text-on-blocked border-transparent not-aria-disabled:hover:bg-blocked-hover",
};

/** The classes of a button, for links that look like one (`LinkButton`). */
export const buttonClass = (variant: ButtonVariant, size: "medium" | "small") =>
  cn(
    "rounded-box inline-flex shrink-0 items-center justify-center gap-1.5 border font-medium whitespace-nowrap",
    "aria-disabled:border-edge aria-disabled:text-muted aria-disabled:border-dashed aria-disabled:bg-transparent",
    size === "medium" ? "h-8 px-3" : "text-note h-6.5 px-2",
    variants[variant],
  );
