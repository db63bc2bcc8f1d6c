import type { ReactNode } from "react";
import { cn } from "@/lib/cn";

export type Fact = {
  readonly label: string;
  readonly value: ReactNode;
  /** `wide`: two columns; `full`: a line of its own. */
  readonly width?: "wide" | "full";
};

const widths = { wide: "col-span-2", full: "col-span-full" };

/** Facts about one thing, label over value, as many side by side as fit. */
export function FactList({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-3 sm:grid-cols-[repeat(auto-fill,minmax(9.5rem,1fr))]">
      {facts.map(({ label, value, width }) => (
        <div key={label} className={cn("min-w-0", width && widths[width])}>
          <dt className="text-note text-muted">{label}</dt>
          <dd className="wrap-anywhere">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
