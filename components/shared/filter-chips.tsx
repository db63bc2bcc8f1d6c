"use client";

import { X } from "lucide-react";
import type { ReactNode } from "react";

export type FilterChip = {
  /** What is narrowed: "Attribute". */
  readonly label: string;
  /** To what, in the person's words. */
  readonly value: ReactNode;
  /** The same as plain text, for the name of the button. */
  readonly valueText: string;
  /** What tells it from others under the same label. */
  readonly id?: string;
  readonly onRemove: () => void;
};

/** Filters that came with a link and have no control of their own, each with a button that takes it away. */
export function FilterChips({ chips }: { readonly chips: readonly FilterChip[] }) {
  if (chips.length === 0) return null;
  return (
    <ul aria-label="Filters" className="flex flex-wrap gap-1.5">
      {chips.map(({ label, value, valueText, id = label, onRemove }) => (
        <li
          key={id}
          className="rounded-chip border-line bg-sunken inline-flex min-h-7 max-w-full items-center gap-1.5 border py-0.5 pr-0.5 pl-2"
        >
          <span className="min-w-0 wrap-anywhere">
            <span className="text-muted">{label}</span> {value}
          </span>
          <button
            type="button"
            aria-label={`Remove the filter ${label} ${valueText}`}
            onClick={onRemove}
            className="rounded-chip text-muted hover:bg-hover hover:text-ink flex size-6 shrink-0 items-center justify-center"
          >
            <X aria-hidden="true" className="size-3.5" />
          </button>
        </li>
      ))}
    </ul>
  );
}
