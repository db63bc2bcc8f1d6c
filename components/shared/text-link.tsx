import type { ReactNode } from "react";
import { ScopedLink } from "@/components/shared/scoped-link";
import { cn } from "@/lib/cn";

type TextLinkProps = {
  readonly href: string;
  readonly children: ReactNode;
  /** `name`: the thing a row is about; `inline`: within words, underlined; `plain`: keeps the look around it. */
  readonly look?: "name" | "inline" | "plain";
  readonly className?: string | undefined;
};

const looks = {
  name: "font-medium text-accent hover:underline",
  inline: "text-link",
  plain: "hover:text-ink hover:underline",
};

/** A link in a table or a text. It is not fetched in advance: a page of rows would ask for hundreds of pages. */
export function TextLink({ href, children, look = "inline", className }: TextLinkProps) {
  return (
    <ScopedLink href={href} prefetch={false} className={cn("rounded-[2px]", looks[look], className)}>
      {children}
    </ScopedLink>
  );
}
