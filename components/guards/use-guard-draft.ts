"use client";

import { useEffect, useState } from "react";
import * as v from "valibot";
import {
  type CheckedGuards,
  type GuardFileView,
  guardFileConflictSchema,
  type GuardsAnswer,
} from "@/lib/contract/guards";
import { useCheckGuards, useSaveGuards } from "@/lib/queries/guards";

type Draft = {
  readonly text: string;
  /** Of what the person began with; `null` where there was no file. */
  readonly seenHash: string | null;
  readonly seenText: string;
};

const draftOf = ({ file, example }: Pick<GuardsAnswer, "file" | "example">): Draft => {
  const text = file.text ?? example;
  return { text, seenHash: file.hash, seenText: text };
};

/** A tab that is closed with something entered asks in the browser's own words. */
function useAskBeforeUnload(isDirty: boolean) {
  useEffect(() => {
    if (!isDirty) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [isDirty]);
}

/** A text of the guard file under a person's hands: what is read later never takes it away. */
export function useGuardDraft(answer: GuardsAnswer) {
  const [draft, setDraft] = useState(() => draftOf(answer));
  /** The text that was checked, with what came of it. */
  const [checked, setChecked] = useState<{ readonly text: string; readonly result: CheckedGuards } | null>(null);
  const check = useCheckGuards();
  const save = useSaveGuards();
  const isDirty = draft.text !== draft.seenText;
  const isBehind = answer.file.hash !== draft.seenHash || (answer.file.text ?? answer.example) !== draft.seenText;
  // Nothing was entered: the text on the screen is the file's, whoever wrote it.
  if (!isDirty && isBehind && !save.isPending) setDraft(draftOf(answer));
  useAskBeforeUnload(isDirty);

  const parsed = v.safeParse(guardFileConflictSchema, save.error?.body);
  const conflict = parsed.success ? parsed.output : null;
  const isChecked = checked !== null && checked.text === draft.text;
  const ownMistakes = isChecked ? checked.result.mistakes : [];
  const isFileText = draft.text === answer.file.text;
  const begin = (file: GuardFileView, text: string) => {
    save.reset();
    setDraft({ text, seenHash: file.hash, seenText: file.text ?? "" });
  };
  return {
    text: draft.text,
    setText: (text: string) => {
      if (save.isSuccess) save.reset();
      setDraft({ ...draft, text });
    },
    isDirty,
    checked: isChecked ? checked.result : null,
    mistakes: isChecked ? ownMistakes : isFileText ? answer.file.mistakes : [],
    isChecking: check.isPending,
    checkError: check.error,
    check: () => {
      const { text } = draft;
      check.mutate(text, { onSuccess: (result) => setChecked({ text, result }) });
    },
    /** Why it cannot be saved yet. */
    notSaveable: isFileText
      ? "The file holds this text already"
      : !isChecked
        ? "Check the text first"
        : ownMistakes.length > 0
          ? "Correct the mistakes first"
          : conflict !== null
            ? "Somebody else changed the file: choose above"
            : undefined,
    isSaving: save.isPending,
    isSaved: save.isSuccess && !isDirty,
    /** Not for a conflict, which stands by itself. */
    error: conflict === null ? save.error : null,
    conflict,
    save: () => {
      const { text, seenHash } = draft;
      save.mutate(
        { text, seenHash },
        {
          onSuccess: ({ file }) =>
            setDraft((now) => ({ text: now.text, seenHash: file.hash, seenText: file.text ?? "" })),
        },
      );
    },
    discard: () => {
      save.reset();
      setDraft(draftOf(answer));
    },
    takeTheirs: () => {
      if (conflict !== null) begin(conflict.current, conflict.current.text ?? "");
    },
    keepMine: () => {
      if (conflict !== null) begin(conflict.current, draft.text);
    },
  };
}
