import type { ReactNode } from "react";

/** Words that are for screen readers only: there, but not drawn. */
export function VisuallyHidden({ children }: { readonly children: ReactNode }) {
  return <span className="sr-only">{children}</span>;
}
