"use client";

import { Search, X } from "lucide-react";
import { useEffect, useId, useRef, useState, type ComponentType } from "react";
import { midSentence } from "@/components/ui/mid-sentence";
import { cn } from "@/lib/cn";

const settleMs = 250;
/** How long after the last was sent an answer to an earlier one may still come. */
const echoMs = 1_000;

/** The open list of completions below a box: its element's id, and that of the option that Enter takes, if any. */
export type OpenCompletions = { readonly listId: string; readonly activeId: string | null };

/** Where the caret stood after something was typed; another object each time. */
export type Typed = { readonly caret: number | null };

/** What offers completions of the text in a box. It listens to the box's keys itself, before the box does. */
export type CompletionProps = {
  readonly input: HTMLInputElement;
  readonly text: string;
  /**
   * What was typed last; `null` before, and once the list is narrowed by it. Told by the box, not listened for: whoever draws the box again before it has taken
   * in what is typed puts the old text back.
   */
  readonly typed: Typed | null;
  /** Puts a text in the box, the caret behind `caret` characters of it; `isWhole` when it is to narrow the list now. */
  readonly onTake: (text: string, caret: number, isWhole: boolean) => void;
  readonly onOpenChange: (open: OpenCompletions | null) => void;
};

type FilterBoxProps = {
  readonly label: string;
  readonly placeholder?: string | undefined;
  readonly value: string;
  /** Called when the person has stopped typing for a moment, or at once on Enter and on clearing. */
  readonly onValueChange: (value: string) => void;
  readonly className?: string | undefined;
  /** Offers what can be written; loaded by whoever gives it, drawn once the box has had the focus. */
  readonly completion?: ComponentType<CompletionProps> | undefined;
  /** The id of what says that the text is not understood. */
  readonly problemId?: string | undefined;
};

/** Free text that narrows a list. Keeps what is being typed to itself until it settles. */
export function FilterBox({
  label,
  placeholder,
  value,
  onValueChange,
  className,
  completion: Completion,
  problemId,
}: FilterBoxProps) {
  const id = useId();
  const box = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(value);
  const [known, setKnown] = useState(value);
  const [sent, setSent] = useState<readonly string[]>([]);
  const [typed, setTyped] = useState<Typed | null>(null);
  const [input, setInput] = useState<HTMLInputElement | null>(null);
  const [open, setOpen] = useState<OpenCompletions | null>(null);
  if (known !== value) {
    setKnown(value);
    // What changed from outside (Back, Clear filters) wins over what stands in the box; what was sent from here and comes
    // back late does not: more has been typed since.
    if (!sent.includes(value)) setText(value);
  }
  useEffect(() => {
    if (text === value) return undefined;
    const timer = setTimeout(() => {
      setSent((before) => [...before, text]);
      onValueChange(text);
    }, settleMs);
    return () => clearTimeout(timer);
  }, [text, value, onValueChange]);
  useEffect(() => {
    if (text !== value || sent.length === 0) return undefined;
    const timer = setTimeout(() => setSent([]), echoMs);
    return () => clearTimeout(timer);
  }, [text, value, sent]);
  const commit = (next: string) => {
    setText(next);
    setTyped(null);
    setSent((before) => [...before, next]);
    onValueChange(next);
  };
  const take = (next: string, caret: number, isWhole: boolean) => {
    if (isWhole) commit(next);
    else setText(next);
    requestAnimationFrame(() => box.current?.setSelectionRange(caret, caret));
  };
  return (
    <span className={cn("relative flex h-8 min-w-0 items-center", className)}>
      <label htmlFor={id} className="sr-only">
        {label}
      </label>
      <Search aria-hidden="true" className="text-muted pointer-events-none absolute left-2.5 size-3.5" />
      <input
        ref={box}
        id={id}
        data-filter-box
        value={text}
        placeholder={placeholder}
        autoComplete="off"
        spellCheck={false}
        {...(Completion
          ? {
              type: "text",
              role: "combobox",
              "aria-autocomplete": "list" as const,
              "aria-expanded": open !== null,
              "aria-controls": open?.listId,
              "aria-activedescendant": open?.activeId ?? undefined,
            }
          : { type: "search" })}
        aria-describedby={problemId}
        aria-invalid={problemId === undefined ? undefined : true}
        onFocus={(event) => setInput(event.currentTarget)}
        onChange={({ target }) => {
          setText(target.value);
          setTyped({ caret: target.selectionStart });
        }}
        onKeyDown={(event) => {
          if (event.key === "Enter") commit(text);
          if (event.key === "Escape" && text !== "") {
            event.stopPropagation();
            commit("");
          }
        }}
        className="rounded-box border-edge bg-surface aria-invalid:border-blocked h-full w-full border pr-8 pl-8 focus-visible:outline-offset-0 any-pointer-coarse:text-[1rem] [&::-webkit-search-cancel-button]:hidden"
      />
      {text !== "" && (
        <button
          type="button"
          aria-label={`Clear ${midSentence(label)}`}
          onClick={() => commit("")}
          className="rounded-chip text-muted hover:text-ink absolute right-1 flex size-6 items-center justify-center"
        >
          <X aria-hidden="true" className="size-3.5" />
        </button>
      )}
      {Completion && input !== null && (
        <Completion input={input} text={text} typed={typed} onTake={take} onOpenChange={setOpen} />
      )}
    </span>
  );
}
