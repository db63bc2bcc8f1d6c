"use client";

import { useState, type KeyboardEvent } from "react";
import { completionsAt, nextCompletionAfter, type Completion } from "@/components/zpr-policy-editor/completions";
import type { ZprPolicyNames } from "@/lib/contract/zpr-policy-edit";

type CompletionInput = {
  readonly text: string;
  readonly names: ZprPolicyNames | undefined;
  readonly onTake: (completion: Completion) => void;
};

/** The list of completions of one text field: when it is open, what it offers, and how keys move in it. */
export function useCompletion({ text, names, onTake }: CompletionInput) {
  const [caret, setCaret] = useState<number | null>(null);
  const [active, setActive] = useState(0);
  const options = caret === null || names === undefined ? [] : completionsAt(text, caret, names);
  const isOpen = options.length > 0;
  const close = () => setCaret(null);
  const openAt = (at: number) => {
    setCaret(at);
    setActive(0);
  };
  const take = (index: number) => {
    const option = options[index];
    setCaret(option === undefined ? null : nextCompletionAfter(option));
    setActive(0);
    if (option !== undefined) onTake(option);
  };
  /** Whether the key was the list's. */
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): boolean => {
    if (event.ctrlKey && event.key === " ") {
      openAt(event.currentTarget.selectionStart);
      return true;
    }
    if (!isOpen) return false;
    switch (event.key) {
      case "ArrowDown":
        setActive((active + 1) % options.length);
        return true;
      case "ArrowUp":
        setActive((active + options.length - 1) % options.length);
        return true;
      case "Enter":
        take(active);
        return true;
      case "Escape":
        close();
        return true;
      default:
        return false;
    }
  };
  return { isOpen, options, active: Math.min(active, Math.max(options.length - 1, 0)), openAt, close, take, onKeyDown };
}
