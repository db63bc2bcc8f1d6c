"use client";

import { useEffect, useState } from "react";
import { keepDraft, type EnteredText } from "@/components/zpr-policy-editor/kept-draft";
import { linesFrom, textsOf, type Caret, type LinesStep } from "@/components/zpr-policy-editor/statement-lines";
import type { ZprPolicyText } from "@/lib/zpr/zpr-policy-write";

/** What a draft began from: nothing for a policy that is made. */
export type DraftBase = { readonly seen: ZprPolicyText | null; readonly etag: string | null };

const isSame = (a: EnteredText, b: EnteredText) => JSON.stringify(a) === JSON.stringify(b);

const asLines = ({ statements }: EnteredText) => textsOf(linesFrom(statements));

/** A tab that is closed with something unsaved asks in the browser's own words. */
function useAskBeforeUnload(isDirty: boolean) {
  useEffect(() => {
    if (!isDirty) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [isDirty]);
}

type DraftStart = {
  /** Under which what is unsaved is kept in this tab. */
  readonly keepKey: string;
  /** What is there without any edit. */
  readonly original: EnteredText;
  readonly entered: EnteredText;
  readonly base: DraftBase;
  /** It was sent: nothing of it is unsaved. */
  readonly isSent: boolean;
};

/** The text of a policy while it is written. What is unsaved stays kept in this tab until it is saved or discarded. */
export function usePolicyDraft({ keepKey, original, entered: start, base, isSent }: DraftStart) {
  const [name, setName] = useState(start.name);
  const [description, setDescription] = useState(start.description);
  const [lines, setLines] = useState(() => linesFrom(start.statements));
  const [chosenKey, setActiveKey] = useState(0);
  const [caret, setCaret] = useState<Caret | null>(null);
  const activeKey = lines.some(({ key }) => key === chosenKey) ? chosenKey : (lines[0]?.key ?? 0);

  const entered: EnteredText = { name, description: description.trim(), statements: textsOf(lines) };
  // A stored statement may hold what no line can, such as the end of one: that alone is no edit.
  const untouched = { name: original.name, description: original.description.trim(), statements: asLines(original) };
  const isDirty = !isSent && !isSame(entered, untouched);
  useAskBeforeUnload(isDirty);
  const kept = isDirty ? JSON.stringify({ entered, ...base }) : null;
  useEffect(() => {
    keepDraft(keepKey, kept === null ? null : JSON.parse(kept));
  }, [keepKey, kept]);

  const apply = (step: LinesStep | null) => {
    if (step === null) return;
    setLines(step.lines);
    if (step.caret === null) return;
    setCaret(step.caret);
    setActiveKey(step.caret.key);
  };
  const replace = (text: EnteredText) => {
    setName(text.name);
    setDescription(text.description);
    setLines(linesFrom(text.statements));
  };
  return {
    name,
    setName,
    description,
    setDescription,
    lines,
    apply,
    activeKey,
    setActiveKey,
    caret,
    entered,
    isDirty,
    replace,
  };
}

export type PolicyDraft = ReturnType<typeof usePolicyDraft>;
