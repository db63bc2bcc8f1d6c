"use client";

import { Search, X } from "lucide-react";
import { useEffect, useId, useState } from "react";
import { cn } from "@/lib/cn";

const settleMs = 250;

type FilterBoxProps = {
  readonly label: string;
  readonly placeholder?: string;
  readonly value: string;
  /** Called when the person has stopped typing for a moment, or at once on Enter and on clearing. */
  readonly onValueChange: (value: string) => void;
  readonly className?: string | undefined;
};

/** Free text that narrows a list. Keeps what is being typed to itself until it settles. */
export function FilterBox({ label, placeholder, value, onValueChange, className }: FilterBoxProps) {
  const id = useId();
  const [text, setText] = useState(value);
  const [known, setKnown] = useState(value);
  if (known !== value) {
    // The value changed from outside (Back, Clear filters): it wins over what stands in the box.
    setKnown(value);
    setText(value);
  }
  useEffect(() => {
    if (text === value) return undefined;
    const timer = setTimeout(() => {
      setKnown(text);
      onValueChange(text);
    }, settleMs);
    return () => clearTimeout(timer);
  }, [text, value, onValueChange]);
  const commit = (next: string) => {
    setText(next);
    setKnown(next);
    onValueChange(next);
  };
  return (
    <span className={cn("relative flex h-8 min-w-0 items-center", className)}>
      <label htmlFor={id} className="sr-only">
        {label}
      </label>
      <Search aria-hidden="true" className="text-muted pointer-events-none absolute left-2.5 size-3.5" />
      <input
        id={id}
        type="search"
        value={text}
        placeholder={placeholder}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter") commit(text);
          if (event.key === "Escape" && text !== "") {
            event.stopPropagation();
            commit("");
          }
        }}
        className="rounded-box border-edge bg-surface h-full w-full border pr-8 pl-8 focus-visible:outline-offset-0 any-pointer-coarse:text-[1rem] [&::-webkit-search-cancel-button]:hidden"
      />
      {text !== "" && (
        <button
          type="button"
          aria-label={`Clear ${label.toLowerCase()}`}
          onClick={() => commit("")}
          className="rounded-chip text-muted hover:text-ink absolute right-1 flex size-6 items-center justify-center"
        >
          <X aria-hidden="true" className="size-3.5" />
        </button>
      )}
    </span>
  );
}
