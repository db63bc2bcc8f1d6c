"use client";

import { useEffect, useRef } from "react";
import { Literal } from "@/components/ui/literal";
import type { Completion } from "@/components/zpr-policy-editor/completions";
import { cn } from "@/lib/cn";

type CompletionListProps = {
  readonly id: string;
  readonly options: readonly Completion[];
  readonly active: number;
  readonly onTake: (index: number) => void;
};

export const optionId = (listId: string, index: number): string => `${listId}-${index}`;

/** What can be completed, under the field that has the focus throughout. */
export function CompletionList({ id, options, active, onTake }: CompletionListProps) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: "nearest" });
  }, [active]);
  return (
    <div
      ref={list}
      id={id}
      role="listbox"
      aria-label="Completions"
      className="rounded-box border-edge bg-raised shadow-float absolute top-full left-0 z-20 mt-1 max-h-56 w-full max-w-xl overflow-y-auto border py-1"
    >
      {options.map(({ label, note }, index) => (
        <div
          key={label}
          id={optionId(id, index)}
          role="option"
          aria-selected={index === active}
          className={cn(
            "flex cursor-default flex-wrap items-baseline justify-between gap-x-4 px-2.5 py-1",
            index === active && "bg-selected",
          )}
          // The field keeps the focus: a press that took it away would close the list before it is taken.
          onPointerDown={(event) => event.preventDefault()}
          onPointerUp={() => onTake(index)}
        >
          <Literal text={label} className="text-note font-mono" />
          <Literal text={note} className="text-note text-muted" />
        </div>
      ))}
    </div>
  );
}
