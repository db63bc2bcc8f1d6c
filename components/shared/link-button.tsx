import type { ReactNode } from "react";
import { ScopedLink } from "@/components/shared/scoped-link";
import { buttonClass, type ButtonVariant } from "@/components/ui/button-class";
import { cn } from "@/lib/cn";

type LinkButtonProps = {
  readonly href: string;
  readonly variant?: ButtonVariant;
  readonly size?: "medium" | "small";
  readonly icon?: ReactNode;
  readonly className?: string | undefined;
  readonly children: ReactNode;
};

/** A link that looks like a button: it goes somewhere, and it can be opened in a new tab. */
export function LinkButton({
  href,
  variant = "secondary",
  size = "medium",
  icon,
  className,
  children,
}: LinkButtonProps) {
  return (
    <ScopedLink prefetch={false} href={href} className={cn(buttonClass(variant, size), className)}>
      {icon}
      {children}
    </ScopedLink>
  );
}
