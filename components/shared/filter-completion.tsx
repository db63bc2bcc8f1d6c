"use client";

import { useEffect, useEffectEvent, useId, useRef, useState } from "react";
import { useListScope } from "@/components/shared/list-scope";
import { useKeyValues } from "@/components/shared/use-key-values";
import type { CompletionProps } from "@/components/ui/filter-box";
import { Literal } from "@/components/ui/literal";
import { useAnnounce } from "@/components/ui/live-region";
import { cn } from "@/lib/cn";
import { withKey, withValue, type Writing, writingAt } from "@/lib/filter-text/complete-filter-text";
import { formatCounted } from "@/lib/format";

type Offer = { readonly id: string; readonly word: string; readonly note: string };

const offersAtMost = 12;

/**
 * What can be written at the caret: keys of the list, or values of the key with how many rows have each. Values are
 * asked for while somebody writes only: once the list is narrowed, nothing may stand in the way of its rows.
 */
function useOffers(writing: Writing, isWriting: boolean): readonly Offer[] {
  const list = useListScope();
  const key = writing.part === "value" ? writing.key : "";
  const keys = list?.answer?.filter.keys ?? [];
  const isKnown = keys.some((each) => each.key === key);
  const values = useKeyValues(key, writing.written, isKnown && isWriting);
  if (writing.part === "key") {
    const wanted = writing.written.toLowerCase();
    return keys
      .filter((each) => each.key.startsWith(wanted))
      .map((each) => ({ id: each.key, word: `${each.key}:`, note: each.what }));
  }
  const facet = values.data?.filter.values;
  if (!isKnown || facet?.key !== key) return [];
  return facet.items
    .filter(({ value }) => !writing.before.includes(value))
    .slice(0, offersAtMost)
    .map(({ value, label, count }) => ({
      id: value,
      word: value === "" ? '""' : value,
      note: `${label === value ? "" : `${label}, `}${formatCounted(count, "row")}`,
    }));
}

/**
 * Completions below a filter box, opened by typing, by a click or by Arrow Down. The arrows move among them, Enter takes the one that was moved to, Escape closes them;
 * with none moved to, Enter and Escape are the box's. How many there are is announced.
 */
export function FilterCompletion({ input, text, typed, onTake, onOpenChange }: CompletionProps) {
  const listId = useId();
  const announce = useAnnounce();
  const list = useRef<HTMLDivElement>(null);
  const [caret, setCaret] = useState<number | null>(typed?.caret ?? null);
  /** Asked for with a click or Arrow Down: then every key is offered before anything is written. */
  const [isAsked, setAsked] = useState(false);
  const [active, setActive] = useState(-1);
  const [seen, setSeen] = useState(typed);
  if (seen !== typed) {
    setSeen(typed);
    setCaret(typed?.caret ?? null);
    setAsked(false);
    setActive(-1);
  }
  const writing = writingAt(text, caret ?? text.length);
  const offers = useOffers(writing, caret !== null);
  const isBegun = writing.part === "value" || writing.written !== "";
  const isOpen = caret !== null && offers.length > 0 && (isAsked || isBegun);
  const shownActive = Math.min(active, offers.length - 1);
  const optionId = (index: number) => `${listId}-${index}`;

  useEffect(() => {
    onOpenChange(isOpen ? { listId, activeId: shownActive < 0 ? null : `${listId}-${shownActive}` } : null);
  }, [isOpen, listId, shownActive, onOpenChange]);

  const count = isOpen ? offers.length : 0;
  useEffect(() => {
    if (count > 0) announce(`${formatCounted(count, "completion")}, Arrow Down to choose`);
  }, [count, announce]);

  useEffect(() => {
    list.current?.children[shownActive]?.scrollIntoView({ block: "nearest" });
  }, [shownActive]);

  const take = (index: number) => {
    const offer = offers[index];
    if (offer === undefined) return;
    const done = writing.part === "key" ? withKey(text, writing, offer.id) : withValue(text, writing, offer.id);
    onTake(done.text, done.caret, writing.part === "value");
    setActive(-1);
    setAsked(false);
    setCaret(done.caret);
  };
  const ask = () => {
    setAsked(true);
    setCaret(input.selectionStart);
  };
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    const isTaken = event.key === "Enter" && shownActive >= 0;
    const isClosed = event.key === "Escape";
    if (!isOpen) {
      if (step === 1) ask();
      return;
    }
    // What is written narrows the list: that is the box's, and the list of completions is out of the way.
    if (event.key === "Enter" && !isTaken) setCaret(null);
    if (step === 0 && !isTaken && !isClosed) return;
    event.preventDefault();
    event.stopPropagation();
    if (step !== 0) setActive((shownActive + step + offers.length) % offers.length);
    if (isTaken) take(shownActive);
    if (isClosed) setCaret(null);
  });
  const onClick = useEffectEvent(ask);
  const onBlur = useEffectEvent(() => setCaret(null));
  useEffect(() => {
    const handlers = [
      ["keydown", (event: Event) => event instanceof KeyboardEvent && onKey(event)],
      ["blur", () => onBlur()],
      ["click", () => onClick()],
    ] as const;
    for (const [name, handler] of handlers) input.addEventListener(name, handler);
    return () => {
      for (const [name, handler] of handlers) input.removeEventListener(name, handler);
    };
  }, [input]);

  if (!isOpen) return null;
  return (
    <div
      ref={list}
      id={listId}
      role="listbox"
      aria-label="Completions"
      className="rounded-box border-edge bg-raised shadow-float absolute top-full left-0 z-40 mt-1 max-h-72 w-max max-w-[min(34rem,calc(100vw-2rem))] min-w-full overflow-y-auto border py-1"
    >
      {offers.map(({ id, word, note }, index) => (
        <div
          key={id}
          id={optionId(index)}
          role="option"
          aria-selected={index === shownActive}
          className={cn(
            "flex min-h-7 cursor-default items-baseline justify-between gap-x-6 px-2.5 py-1",
            index === shownActive ? "bg-selected" : "hover:bg-hover",
          )}
          // The box keeps the focus: a press that took it away would close the list before it is taken.
          onPointerDown={(event) => event.preventDefault()}
          onPointerUp={() => take(index)}
        >
          <Literal text={word} className="text-note font-mono wrap-anywhere" />
          <Literal text={note} className="text-note text-muted text-right" />
        </div>
      ))}
    </div>
  );
}
